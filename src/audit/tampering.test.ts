import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chainedFiles,
  intent,
  newSigningKey,
  outcome,
  publicKeyOf,
  sourceOf,
  testWriting,
} from './__fixtures__/log.ts';
import type { AuditEvent } from './event.ts';
import type { Finding } from './finding.ts';
import { verifySources } from './verify.ts';

const key = newSigningKey();
const publicKeys = [publicKeyOf(key)];

const anyEvent: fc.Arbitrary<AuditEvent> = fc
  .tuple(fc.uuid(), fc.boolean(), fc.option(fc.string({ unit: 'binary' })))
  .map(([id, ends, reason]) => (ends ? outcome(id) : intent(id, reason)));

const anyLog = fc
  .tuple(fc.array(anyEvent, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 6 }))
  .map(([events, every]) => chainedFiles(testWriting(key, every), [events])[0] ?? []);

/** A log and two different lines of it, by index. */
const anyTwoLines = anyLog.chain((lines) =>
  fc
    .tuple(fc.nat(lines.length - 1), fc.nat(lines.length - 1))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ lines, low: Math.min(a, b), high: Math.max(a, b) })),
);

async function findingsOf(bytes: Uint8Array): Promise<readonly Finding[]> {
  return (await verifySources([{ name: 'log', read: () => [bytes] }], { publicKeys })).findings;
}

const bytesOf = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''));
const faultLines = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level === 'fault').map(({ line }) => line);

describe('tampering with a log', () => {
  it('is not seen in a log that nobody touched', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async (lines) => {
        expect(faultLines(await findingsOf(bytesOf(lines)))).toEqual([]);
      }),
    );
  });

  it('is found on its line where any byte of a line was changed', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.nat(), fc.integer({ min: 1, max: 255 }), async (lines, place, flip) => {
        const bytes = bytesOf(lines);
        const index = place % bytes.length;
        const before = bytes[index] ?? 0;
        fc.pre(before !== 0x0a && (before ^ flip) !== 0x0a);
        const line = bytes.subarray(0, index).filter((byte) => byte === 0x0a).length + 1;
        bytes[index] = before ^ flip;
        expect(faultLines(await findingsOf(bytes))).toContain(line);
      }),
      { numRuns: 400 },
    );
  });

  it('is found where any line but the last is missing', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.nat(), async (lines, place) => {
        const index = place % (lines.length - 1);
        expect(faultLines(await findingsOf(bytesOf(lines.toSpliced(index, 1))))).toContain(index + 1);
      }),
    );
  });

  it('is found where any two lines were swapped', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwoLines, async ({ lines, low, high }) => {
        const swapped = lines.with(low, lines[high] ?? '').with(high, lines[low] ?? '');
        const found = faultLines(await findingsOf(bytesOf(swapped)));
        expect(found.filter((line) => line === low + 1 || line === high + 1)).not.toEqual([]);
      }),
    );
  });

  it('is found where a copy of any line was inserted', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwoLines, async ({ lines, low, high }) => {
        const earlier = await findingsOf(bytesOf(lines.toSpliced(low, 0, lines[high] ?? '')));
        expect(faultLines(earlier)).toContain(low + 1);
        const later = await findingsOf(bytesOf(lines.toSpliced(high + 1, 0, lines[low] ?? '')));
        expect(faultLines(later)).toContain(high + 2);
      }),
    );
  });

  it('is found where any text was inserted as a line, and hides nothing behind it', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.nat(), fc.string(), async (lines, place, text) => {
        fc.pre(!text.includes('\n'));
        const index = place % lines.length;
        const found = faultLines(await findingsOf(bytesOf(lines.toSpliced(index, 0, text))));
        expect(found).toContain(index + 1);
        expect(found.filter((line) => line !== null && line > index + 1)).toEqual([]);
      }),
    );
  });

  it('is found where the file ends in the middle of a line', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.nat(), async (lines, place) => {
        const bytes = bytesOf(lines);
        const cut = bytes.subarray(0, 1 + (place % (bytes.length - 1)));
        fc.pre(cut.at(-1) !== 0x0a);
        const line = cut.filter((byte) => byte === 0x0a).length + 1;
        expect(faultLines(await findingsOf(cut))).toContain(line);
      }),
    );
  });

  it('is told where whole lines are missing at the end', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.nat(), async (lines, place) => {
        const kept = 2 + (place % (lines.length - 2));
        const findings = await findingsOf(bytesOf(lines.slice(0, kept)));
        expect(findings).toContainEqual(expect.objectContaining({ code: 'not-closed', line: kept }));
      }),
    );
  });

  it('is found where a file of several is missing or cut short', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 1, maxLength: 5 }), fc.nat(), async (events, place) => {
        const [first = [], second = [], third = []] = chainedFiles(testWriting(key), [events, events, events]);
        const whole = [sourceOf('1', first), sourceOf('2', second), sourceOf('3', third)];
        expect((await verifySources(whole, { publicKeys })).intact).toBe(true);
        const cut = sourceOf('2', second.slice(0, 2 + (place % (second.length - 2))));
        for (const without of [whole.toSpliced(1, 1), whole.with(1, cut)]) {
          const { findings } = await verifySources(without, { publicKeys });
          expect(findings).toContainEqual(expect.objectContaining({ code: 'missing-files', file: '3', line: 1 }));
        }
      }),
      { numRuns: 30 },
    );
  });
});
