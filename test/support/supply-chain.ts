/**
 * npm run supply-chain: what is shipped with us. Known vulnerabilities of production dependencies fail, and so does a
 * licence that nobody has agreed to. An audit endpoint that cannot be reached is said loudly and fails nothing: it
 * tells nothing about the dependencies.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const AGREED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
]);

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional(), optional: z.boolean().optional() }),
  ),
});
const manifestSchema = z.object({ license: z.string().optional(), version: z.string() });
const auditSchema = z.object({ metadata: z.object({ vulnerabilities: z.object({ total: z.number() }) }) });

const faults = [...licenceFaults(), ...auditFaults()];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

function licenceFaults(): string[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const shipped = Object.entries(packages).filter(
    ([path, entry]) => path !== '' && entry.dev !== true && entry.devOptional !== true,
  );
  const faults = shipped.flatMap(([path, entry]) => {
    const manifest = readManifest(path);
    if (manifest === null) return entry.optional === true ? [] : [`${path}: is in the lock file and not installed`];
    return isAgreed(manifest.license)
      ? []
      : [`${path}@${manifest.version}: licence ${manifest.license ?? 'unknown'} is not agreed to`];
  });
  console.log(`licences: ${shipped.length} production packages, ${faults.length} faults`);
  return faults;
}

function readManifest(path: string): z.output<typeof manifestSchema> | null {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(`${path}/package.json`, 'utf8')));
  } catch {
    return null;
  }
}

/** 'MIT', '(MIT OR Apache-2.0)': one that is agreed to is enough of an OR, all are needed of an AND. */
function isAgreed(licence: string | undefined): boolean {
  const text = (licence ?? '').replace(/[()]/g, '').trim();
  return text.split(/ OR /i).some((choice) => choice.split(/ AND /i).every((part) => AGREED.has(part.trim())));
}

function auditFaults(): string[] {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const parsed = auditSchema.safeParse(parseJson(stdout));
  if (!parsed.success) {
    console.log('SKIPPED npm audit: its endpoint cannot be reached from here');
    return [];
  }
  const { total } = parsed.data.metadata.vulnerabilities;
  console.log(`npm audit: ${total} known vulnerabilities in production dependencies`);
  return total === 0 ? [] : ['npm audit --omit=dev names vulnerable production dependencies'];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
