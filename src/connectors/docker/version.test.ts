import { describe, expect, it, vi } from 'vitest';
import { PortcullisError } from '../../domain/errors.ts';
import { VERSION_REFUSED } from './errors.ts';
import { agree, createVersionNegotiation, NEWEST_VERSION } from './version.ts';

const { signal } = new AbortController();
const refusal = () => new PortcullisError('UPSTREAM_REJECTED', 'no', { causeName: VERSION_REFUSED });

describe('agreeing on a version', () => {
  it.each([
    ['1.41', '1.41'],
    ['1.44', '1.44'],
    ['1.37', '1.37'],
    ['1.99', NEWEST_VERSION],
    ['2.0', NEWEST_VERSION],
  ])('an engine that speaks %s is asked in %s', (engine, spoken) => {
    expect(agree(engine)).toBe(spoken);
  });

  it('an engine that would drop drivers or templating is refused', () => {
    expect(() => agree('1.36')).toThrow(expect.objectContaining({ code: 'UPSTREAM_REJECTED' }));
  });

  it.each([undefined, '', '1', '1.41/../x', 'one'])('a header %j is no engine', (header) => {
    expect(() => agree(header)).toThrow(expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE' }));
  });

  it('many calls at once cause one question', async () => {
    const ask = vi.fn(async () => '1.41');
    const negotiation = createVersionNegotiation(ask);
    const versions = await Promise.all([1, 2, 3].map(() => negotiation.run(signal, async (version) => version)));
    expect(versions).toEqual(['1.41', '1.41', '1.41']);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('a question that failed is asked again by the next call', async () => {
    const ask = vi.fn(async () => '1.41').mockRejectedValueOnce(new Error('down'));
    const negotiation = createVersionNegotiation(ask);
    await expect(negotiation.run(signal, async () => 'never')).rejects.toThrow('down');
    expect(await negotiation.run(signal, async (version) => version)).toBe('1.41');
  });

  it('a version that the engine refuses is agreed on again, and the call is sent once more', async () => {
    const ask = vi.fn(async () => '1.41').mockResolvedValueOnce('1.52');
    const negotiation = createVersionNegotiation(ask);
    const call = vi.fn(async (version: string) => version).mockRejectedValueOnce(refusal());
    expect(await negotiation.run(signal, call)).toBe('1.41');
    expect(call.mock.calls).toEqual([['1.52'], ['1.41']]);
  });

  it('many refused calls at once cause one further question', async () => {
    const ask = vi.fn(async () => '1.41').mockResolvedValueOnce('1.52');
    const negotiation = createVersionNegotiation(ask);
    const call = async (version: string) => {
      if (version === '1.52') throw refusal();
      return version;
    };
    await Promise.all([1, 2, 3].map(() => negotiation.run(signal, call)));
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('a refusal stands when the engine names the same version again', async () => {
    const negotiation = createVersionNegotiation(async () => '1.41');
    const call = vi.fn(async () => Promise.reject(refusal()));
    await expect(negotiation.run(signal, call)).rejects.toMatchObject({ details: { causeName: VERSION_REFUSED } });
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('a caller that gives up does not wait, and takes the answer from nobody', async () => {
    const question = Promise.withResolvers<string>();
    const negotiation = createVersionNegotiation(() => question.promise);
    const impatient = new AbortController();
    const given = negotiation.run(impatient.signal, async (version) => version);
    const patient = negotiation.run(signal, async (version) => version);
    impatient.abort();
    await expect(given).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    question.resolve('1.41');
    expect(await patient).toBe('1.41');
  });
});
