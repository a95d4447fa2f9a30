import { describe, expect, it, vi } from 'vitest';
import type { AuditActor, AuditEvent, AuditSink, AuditSubject } from './event.ts';
import { createAuditRecorder } from './recorder.ts';

const ACTOR: AuditActor = {
  principalId: 'token:ci',
  principalName: 'ci',
  roles: ['dev'],
  address: '127.0.0.1',
  requestId: 'r1',
  operationName: null,
  operationHash: null,
};
const SUBJECT: AuditSubject = {
  action: 'secret:create',
  mutation: 'createSecret',
  store: 'tfy',
  resources: ['tfy/g/s'],
  ids: [],
  reason: null,
};
const DONE = { allowed: true, outcome: 'SUCCEEDED', upstreamStatus: 201, ids: ['x'] } as const;

function sinkOf(append: (event: AuditEvent) => Promise<void> | void = () => {}) {
  const events: AuditEvent[] = [];
  const sink: AuditSink = {
    append: ((event: AuditEvent) => {
      events.push(event);
      return append(event);
    }) as AuditSink['append'],
    close: vi.fn(async () => {}),
  };
  return { sink, events };
}

function recorderOf(...sinks: AuditSink[]) {
  const onFailure = vi.fn();
  return { recorder: createAuditRecorder({ sinks, now: () => 0, onFailure }), onFailure };
}

const full = () => Promise.reject(Object.assign(new Error('pw-4711'), { code: 'ENOSPC' }));

describe('begin', () => {
  it('keeps the intent in every sink before it resolves', async () => {
    const [first, second] = [sinkOf(), sinkOf()];
    const { id } = await recorderOf(first.sink, second.sink).recorder.begin(ACTOR, SUBJECT);
    const intent = { id, at: '1970-01-01T00:00:00.000Z', phase: 'intent', actor: ACTOR, subject: SUBJECT };
    expect([first.events, second.events]).toEqual([[intent], [intent]]);
  });

  it('waits for the slowest sink', async () => {
    const kept = Promise.withResolvers<void>();
    const begun = vi.fn();
    const beginning = recorderOf(sinkOf().sink, sinkOf(() => kept.promise).sink)
      .recorder.begin(ACTOR, SUBJECT)
      .then(begun);
    await new Promise(setImmediate);
    expect(begun).not.toHaveBeenCalled();
    kept.resolve();
    await beginning;
    expect(begun).toHaveBeenCalledOnce();
  });

  it.each<[string, () => Promise<void> | void]>([
    ['rejects', full],
    [
      'throws at once',
      () => {
        throw Object.assign(new Error('pw-4711'), { code: 'ENOSPC' });
      },
    ],
  ])('is AUDIT_UNAVAILABLE where one sink %s', async (_, append) => {
    const { recorder, onFailure } = recorderOf(sinkOf().sink, sinkOf(append).sink);
    await expect(recorder.begin(ACTOR, SUBJECT)).rejects.toMatchObject({
      code: 'AUDIT_UNAVAILABLE',
      retryable: true,
      details: { outcome: 'NOT_APPLIED' },
    });
    expect(onFailure.mock.calls).toEqual([[{ auditId: expect.any(String), phase: 'intent', causeName: 'ENOSPC' }]]);
  });

  it('gives every entry an id of its own', async () => {
    const { recorder } = recorderOf(sinkOf().sink);
    expect((await recorder.begin(ACTOR, SUBJECT)).id).not.toBe((await recorder.begin(ACTOR, SUBJECT)).id);
  });
});

describe('end', () => {
  it('keeps the outcome under the id of its intent', async () => {
    const { sink, events } = sinkOf();
    const entry = await recorderOf(sink).recorder.begin(ACTOR, SUBJECT);
    expect(await entry.end(DONE)).toBe(true);
    expect(events[1]).toMatchObject({ id: entry.id, phase: 'outcome', result: DONE, actor: ACTOR, subject: SUBJECT });
  });

  it.each<[string, () => Promise<void> | void]>([
    ['rejects', full],
    [
      'throws at once',
      () => {
        throw new Error('pw-4711');
      },
    ],
  ])('answers false and does not reject where a sink %s', async (_, fail) => {
    const { sink } = sinkOf((event) => (event.phase === 'outcome' ? fail() : undefined));
    const { recorder, onFailure } = recorderOf(sink);
    const entry = await recorder.begin(ACTOR, SUBJECT);
    expect(await entry.end(DONE)).toBe(false);
    expect(JSON.stringify(onFailure.mock.calls)).not.toContain('4711');
  });
});

describe('read', () => {
  it('keeps one event', async () => {
    const { sink, events } = sinkOf();
    await recorderOf(sink).recorder.read(ACTOR, SUBJECT);
    expect(events.map(({ phase }) => phase)).toEqual(['read']);
  });

  it('is AUDIT_UNAVAILABLE where it cannot be kept', async () => {
    const { recorder } = recorderOf(sinkOf(full).sink);
    await expect(recorder.read(ACTOR, SUBJECT)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  });
});

describe('close', () => {
  it('closes every sink', async () => {
    const [first, second] = [sinkOf(), sinkOf()];
    await recorderOf(first.sink, second.sink).recorder.close();
    expect([first.sink.close, second.sink.close].every((close) => vi.mocked(close).mock.calls.length === 1)).toBe(true);
  });
});
