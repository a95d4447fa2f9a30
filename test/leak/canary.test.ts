import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireProgram } from '../support/packages.ts';
import { WORDS, wordsWith } from '../support/registry.ts';
import { createDetector } from './support/detector.ts';
import { schema } from './support/documents.ts';
import { readEverything, revealEverything, sendWrongInput, writeEverything, writeLabel } from './support/drive.ts';
import { failEverything } from './support/failures.ts';
import { sendForged, sendMalformed } from './support/malformed.ts';
import { dumpRedis } from './support/redis-tap.ts';
import { type Scene, startScene } from './support/scene.ts';
import { searchAnswers } from './support/search.ts';

const redisServer = await requireProgram('redis-server');

describe.skipIf(redisServer.path === null)('after everything was asked, changed and broken', () => {
  let scene: Scene;
  let asked: readonly string[];
  let heap: Buffer;

  beforeAll(async () => {
    scene = await startScene(redisServer.path ?? '');
    scene.plantHeldValues();
    asked = await readEverything(scene);
    await revealEverything(scene);
    await failEverything(scene);
    await writeEverything(scene);
    await writeLabel(scene);
    await sendWrongInput(scene);
    await sendMalformed(scene);
    await sendForged(scene);
    scene.plantHeldValues();
    await readEverything(scene);
    await scene.tap.caughtUp(scene.redis.admin);
    const kept = scene.canaries.plantWild('a text that is kept', ['heap']);
    await scene.gateway.retain(kept, scene.canaries.plant('the end of a long text that is kept', ['heap']));
    heap = await scene.gateway.heapSnapshot();
  });
  afterAll(() => scene?.close());

  const codes = () =>
    new Set(
      scene.gateway.exchanges.flatMap(({ body }) => [...body.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code)),
    );

  describe('the drive', () => {
    it('has asked for every field of the graph that needs no argument', () => {
      const [inputs, outputs] = [new Set(asked), fieldsOfTheGraph()];
      expect(outputs.filter((field) => !inputs.has(field))).toEqual([]);
    });

    it('has written values into every store', () => {
      for (const word of WORDS) {
        const held = (scene.emulators[word]?.values() ?? []).join('\n');
        const sent = scene.canaries.plantWild(`value for ${word}`);
        expect(held.includes(sent) || held.includes(JSON.stringify(sent).slice(1, -1)), word).toBe(true);
      }
    });

    it('has been answered values by every store that gives them back', () => {
      const revealed = scene.gateway.exchanges.filter(({ label }) => label === 'reveal').map(({ body }) => body);
      for (const word of wordsWith('REVEAL_VALUE')) {
        const held = (scene.emulators[word]?.values() ?? []).map((text) => ({ label: word, text }));
        expect(createDetector(held).find(revealed.join('\n'))).toMatchObject([{ label: word }]);
      }
    });

    it('has met every kind of failure', () => {
      const met = codes();
      const expected = [
        ['UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_RATE_LIMITED', 'UPSTREAM_CREDENTIALS'],
        ['UPSTREAM_REJECTED', 'UPSTREAM_INVALID_RESPONSE', 'CONFLICT', 'PRECONDITION_FAILED', 'UNSUPPORTED'],
        ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'REQUEST_TOO_LARGE'],
        ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE'],
      ].flat();
      expect(expected.filter((code) => !met.has(code))).toEqual([]);
    });
  });

  describe('no value is', () => {
    it('in any answer but where a reveal puts it', () => {
      expect(searchAnswers(scene.canaries.forbiddenIn('answers'), scene.gateway.exchanges)).toEqual([]);
    });

    it('in what the gateway prints', () => {
      expect(scene.canaries.forbiddenIn('log').find(scene.gateway.output())).toEqual([]);
    });

    it('under any name in Redis', async () => {
      expect(scene.canaries.forbiddenIn('redis').find(await dumpRedis(scene.redis.admin))).toEqual([]);
    });

    it('in any command that Redis was sent', () => {
      expect(scene.canaries.forbiddenIn('redis').find(scene.tap.commands())).toEqual([]);
    });

    it('in any file that the gateway wrote, the audit log included', async () => {
      const files = await scene.gateway.files();
      expect(files.map(({ name }) => name)).toContain(join(scene.gateway.folder, 'audit.jsonl'));
      const detector = scene.canaries.forbiddenIn('files');
      expect(files.flatMap(({ name, contents }) => detector.find(contents).map((hit) => ({ name, ...hit })))).toEqual(
        [],
      );
    });

    it('in the heap of the idle gateway', () => {
      expect(scene.canaries.forbiddenIn('heap').find(heap)).toEqual([]);
    });
  });

  describe('what may be there is found', () => {
    it('in the answers', () => {
      const labels = searchAnswers(scene.canaries.allowedIn('answers'), scene.gateway.exchanges).map(
        ({ label }) => label,
      );
      expect(labels).toEqual(expect.arrayContaining(['a label', 'an alias']));
    });

    it('in what the gateway prints', () => {
      expect(labelsIn('log', scene.gateway.output())).toEqual(
        expect.arrayContaining(['reason of a reveal', 'an operation']),
      );
    });

    it('in Redis and in its commands', async () => {
      expect(labelsIn('redis', await dumpRedis(scene.redis.admin))).toEqual(['a label']);
      expect(labelsIn('redis', scene.tap.commands())).toEqual(['a label']);
    });

    it('in the audit log, and in a file that should not be there', async () => {
      const stray = scene.canaries.plant('a stray file', ['files']);
      await writeFile(join(scene.gateway.folder, 'stray'), stray);
      const contents = Buffer.concat((await scene.gateway.files()).map((file) => file.contents));
      expect(labelsIn('files', contents)).toEqual(expect.arrayContaining(['reason of a reveal', 'a stray file']));
    });

    it('in the heap', () => {
      const expected = ['a text that is kept', 'the end of a long text that is kept', 'a label', 'secretKey of ncloud'];
      expect(labelsIn('heap', heap)).toEqual(expect.arrayContaining(expected));
    });

    const labelsIn = (place: Parameters<typeof scene.canaries.allowedIn>[0], haystack: Buffer): readonly string[] =>
      scene.canaries
        .allowedIn(place)
        .find(haystack)
        .map(({ label }) => label);
  });
});

/** 'Type.field' of all object types behind Query, save for what takes an argument that must be given. */
function fieldsOfTheGraph(): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(
      ({ name }) =>
        !name.startsWith('__') && name !== 'Mutation' && !/Payload$|^Receipt$|^Secret(Value|Field)$/.test(name),
    )
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(
          ({ args }) =>
            !args.some((argument) => String(argument.type).endsWith('!') && argument.defaultValue === undefined),
        )
        .map((field) => `${type.name}.${field.name}`),
    );
}
