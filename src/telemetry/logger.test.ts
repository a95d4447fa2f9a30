import { describe, expect, it } from 'vitest';
import { createLogger, framesOf, type LogFields, type LogLevel } from './logger.ts';

function loggerOf(level: LogLevel | 'silent' = 'debug') {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { lines, logger: createLogger({ level, destination }) };
}

describe('createLogger', () => {
  it('prints one JSON object a line, with the event, its level and its time', () => {
    const { logger, lines } = loggerOf();
    logger.log('info', 'request', { requestId: 'r1', status: 200 });
    logger.log('warn', 'store', { store: 'tfy' });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 30, time: expect.any(String), requestId: 'r1', status: 200, event: 'request' },
      { level: 40, time: expect.any(String), store: 'tfy', event: 'store' },
    ]);
  });

  it('drops what is not on the list, also where the types did not see it', () => {
    const { logger, lines } = loggerOf();
    const fields = {
      store: 'tfy',
      body: 'pw-4711',
      headers: { authorization: 'pw-4711' },
      err: new Error('pw-4711'),
      msg: 'pw-4711',
    };
    logger.log('error', 'unexpected', fields as LogFields);
    expect(lines.join('')).not.toContain('4711');
    expect(lines).toHaveLength(1);
  });

  it('keeps a line break in a field from making a line of its own', () => {
    const { logger, lines } = loggerOf();
    logger.log('info', 'audit', { reason: 'a\n{"event":"forged"}' });
    expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
  });

  it('prints nothing below its level', () => {
    const { logger, lines } = loggerOf('warn');
    logger.log('info', 'request');
    expect(lines).toEqual([]);
  });

  it('leaves out what is undefined', () => {
    const { logger, lines } = loggerOf();
    logger.log('info', 'request', { status: undefined } as unknown as LogFields);
    expect(JSON.parse(lines[0] ?? '')).not.toHaveProperty('status');
  });
});

describe('framesOf', () => {
  const errorWith = (stack: string) => Object.assign(new Error('pw-4711'), { stack });

  it('names our own frames by file and line', () => {
    const stack = [
      'TypeError: pw-4711',
      '    at loadByStore (file:///app/src/loaders/loaders.ts:72:13)',
      '    at async file:///app/dist/graphql/apollo.js:9:1',
      '    at node:internal/process/task_queues:105:5',
      '    at /app/node_modules/graphql/index.js:1:1',
    ].join('\n');
    expect(framesOf(errorWith(stack))).toEqual(['src/loaders/loaders.ts:72', 'dist/graphql/apollo.js:9']);
  });

  it('shows nothing of the message', () => {
    expect(framesOf(new Error('a\n    at f (/app/src/pw-4711.ts:1:1)\n')).join(' ')).not.toContain('4711');
  });

  it('is empty for what is no error', () => {
    expect([framesOf('pw-4711'), framesOf(null), framesOf({ stack: '/src/a.ts:1:1' })]).toEqual([[], [], []]);
  });

  it('stops after eight', () => {
    const stack = Array.from({ length: 20 }, (_, line) => `    at f (/app/src/a.ts:${line}:1)`).join('\n');
    expect(framesOf(errorWith(stack))).toHaveLength(8);
  });
});
