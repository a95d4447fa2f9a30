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
import { CHAIN_START, chainLine, parseLine } from './chain.ts';
import type { ParsedBody } from './line-body.ts';
import { verifySources } from './verify.ts';

const key = newSigningKey();
const publicKeys = [publicKeyOf(key)];
const EVENTS = [intent('a'), outcome('a'), intent('b'), outcome('b'), intent('c'), outcome('c')];

function logOf(events = EVENTS, checkpointEvery = 3): string[] {
  return chainedFiles(testWriting(key, checkpointEvery), [events])[0] ?? [];
}

async function codesOf(lines: readonly string[], keys = publicKeys) {
  const { findings } = await verifySources([sourceOf('log', lines)], { publicKeys: keys });
  return findings.map(({ code, line }) => `${code}:${line}`);
}

function bodyOf(line: string): ParsedBody {
  const found = parseLine(Buffer.from(line));
  if (found === null) throw new Error('not a line');
  return found.body;
}

/** What somebody does who can write the file and knows how it is made, but has no private key. */
function chainedAnew(lines: readonly string[]): string[] {
  let after = CHAIN_START;
  return lines.map((line) => {
    const chained = chainLine(after, bodyOf(line) as never);
    after = chained;
    return chained.text;
  });
}

describe('verify', () => {
  it('finds nothing in a closed log, and says up to where it is signed', async () => {
    const log = logOf();
    const result = await verifySources([sourceOf('log', log)], { publicKeys });
    expect(result).toMatchObject({ intact: true, findings: [], files: [{ lastSeq: log.length, closed: true }] });
    expect(result.files[0]?.signedSeq).toBe(log.length);
  });

  it('finds a line whose hash was made to fit', async () => {
    const log = logOf();
    const forged = JSON.parse(log[3] ?? '');
    const { seq, prev, hash: _hash, ...body } = forged;
    const line = chainLine({ seq: seq - 1, hash: prev }, { ...body, id: 'other' });
    expect(await codesOf(log.with(3, line.text))).toEqual(['broken-link:5', 'open-intent:3']);
  });

  it('finds a line that was replaced behind two that were swapped', async () => {
    const log = logOf([...EVENTS, ...EVENTS], 100);
    const { seq, prev: _prev, hash: _hash, ...body } = JSON.parse(log[5] ?? '');
    const replaced = chainLine({ seq: seq - 1, hash: 'ab'.repeat(32) }, body).text;
    const swapped = log.with(3, log[4] ?? '').with(4, log[3] ?? '');
    const found = await codesOf(swapped.with(5, replaced));
    expect(found).toEqual(expect.arrayContaining(['out-of-place:4', 'out-of-place:6']));
  });

  it('finds by the signatures that a log was chained anew', async () => {
    const log = logOf();
    const forged = chainedAnew(log.with(3, (log[3] ?? '').replace('createSecret', 'deleteSecret')));
    expect(await codesOf(forged)).toEqual(['signature:6', 'signature:10', 'signature:11']);
  });

  it('finds that a log was chained anew without its checkpoints', async () => {
    const forged = chainedAnew(logOf().filter((line) => bodyOf(line).kind !== 'checkpoint'));
    expect(await codesOf(forged)).toContain('checkpoint-missing:2');
  });

  it('finds that checkpoints were left out further on', async () => {
    const forged = chainedAnew(logOf().filter((line, index) => index < 6 || bodyOf(line).kind !== 'checkpoint'));
    expect(await codesOf(forged)).toEqual(['not-closed:9', 'unsigned-tail:9']);
    const longer = chainedAnew([...forged, forged[7] ?? '']);
    expect(await codesOf(longer)).toContain('checkpoint-missing:10');
  });

  it('takes no checkpoint of one file for one of another', async () => {
    const [log, other] = [logOf(), logOf()];
    const forged = chainedAnew(log.with(-1, other.at(-1) ?? ''));
    expect(await codesOf(forged)).toContain(`signature:${log.length}`);
  });

  it('finds that another key signed', async () => {
    expect(await codesOf(logOf(), [publicKeyOf(newSigningKey())])).toContain('unknown-key:2');
  });

  it('says that signatures were not checked where no key was given', async () => {
    expect(await codesOf(logOf(), [])).toEqual(['signatures-unchecked:null']);
  });

  it('lists an intent without an outcome, where it is', async () => {
    const { intact, findings } = await verifySources([sourceOf('log', logOf(EVENTS.slice(0, 3)))], { publicKeys });
    expect(intact).toBe(true);
    expect(findings).toMatchObject([{ level: 'info', code: 'open-intent', line: 5 }]);
    expect(findings[0]?.message).toContain('Intent b (createSecret on vault)');
  });

  it('finds the outcome of an intent in the next file', async () => {
    const [first = [], second = []] = chainedFiles(testWriting(key), [[intent('a')], [outcome('a')]]);
    const { findings } = await verifySources([sourceOf('1', first), sourceOf('2', second)], { publicKeys });
    expect(findings).toEqual([]);
  });

  it('puts files in the order of their chain and says so', async () => {
    const [first = [], second = []] = chainedFiles(testWriting(key), [EVENTS, EVENTS]);
    const { intact, findings } = await verifySources([sourceOf('2', second), sourceOf('1', first)], { publicKeys });
    expect({ intact, codes: findings.map(({ code, file }) => [code, file]) }).toEqual({
      intact: true,
      codes: [
        ['file-order', '1'],
        ['file-order', '2'],
      ],
    });
  });

  it('says which lines are in earlier files that were not given', async () => {
    const [first = [], second = []] = chainedFiles(testWriting(key), [EVENTS, EVENTS]);
    const { intact, findings } = await verifySources([sourceOf('2', second)], { publicKeys });
    expect(intact).toBe(true);
    expect(findings).toMatchObject([
      { code: 'earlier-files', message: expect.stringContaining(`Lines 1 to ${first.length}`) },
    ]);
  });

  it('finds a file that is given twice', async () => {
    const { findings } = await verifySources([sourceOf('1', logOf()), sourceOf('1', logOf())], { publicKeys });
    expect(findings).toEqual([]);
    const log = logOf();
    const twice = await verifySources([sourceOf('1', log), sourceOf('2', log)], { publicKeys });
    expect(twice.findings).toMatchObject([{ code: 'repeated-file', file: '2' }]);
  });

  it('finds what was added to a file after the next had begun', async () => {
    const [first = [], second = []] = chainedFiles(testWriting(key), [EVENTS, EVENTS]);
    const { seq, hash } = JSON.parse(first.at(-1) ?? '');
    const added = chainLine({ seq, hash }, bodyOf(first[3] ?? '') as never).text;
    const { findings } = await verifySources([sourceOf('1', [...first, added]), sourceOf('2', second)], { publicKeys });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'missing-files', file: '2', line: 1 }));
  });

  it('checks files of several chains side by side', async () => {
    const result = await verifySources([sourceOf('1', logOf()), sourceOf('2', logOf())], { publicKeys });
    expect(result).toMatchObject({ intact: true, findings: [] });
  });

  it('finds an empty file', async () => {
    expect(await codesOf([])).toEqual(['no-header:null']);
  });

  it('finds a line that says the same in other characters', async () => {
    const log = logOf();
    const line = log[2] ?? '';
    for (const same of [line.replace('"kind":"event"', '"kind": "event"'), line.replace('"seq":3', '"seq":3,"seq":3')])
      expect(await codesOf(log.with(2, same))).toEqual(['altered:3']);
  });

  it('repeats no text of a log that could steer a terminal', async () => {
    const hostile = { ...intent('\u001b[2Jx'), phase: 'intent' as const };
    const { findings } = await verifySources([sourceOf('log', logOf([hostile]))], { publicKeys });
    expect(findings[0]?.message).toContain('Intent ??2Jx ');
    expect(findings[0]?.message).not.toContain('\u001b');
  });
});
