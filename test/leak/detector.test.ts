import { describe, expect, it } from 'vitest';
import { Canaries } from './support/canaries.ts';
import { createDetector } from './support/detector.ts';
import { encodingsOf, FORMS } from './support/needles.ts';

const canaries = new Canaries();
const wild = canaries.plantWild('wild');
const plain = canaries.plant('plain');
const detector = canaries.forbiddenIn('log');
const noise = Buffer.from('{"level":30,"event":"request","operationHash":"c0ffee"}\n'.repeat(1_000));

describe('the search for values', () => {
  it.each(FORMS)('finds a value that was encoded as %s, wherever it lies', (form) => {
    for (const [label, text] of Object.entries({ wild, plain })) {
      for (const { bytes } of encodingsOf(text).filter((encoded) => encoded.form === form)) {
        expect(detector.find(Buffer.concat([noise, bytes, noise]))).toMatchObject([{ label }]);
      }
    }
  });

  it('finds a value inside a longer base64 text', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const text = Buffer.from(`{"${before}":"${plain}"}`).toString('base64');
      expect(detector.find(text)).toMatchObject([{ label: 'plain' }]);
    }
  });

  it("finds what a parser's message quotes of a value", () => {
    const quoted = [plain, `{"value": ${plain}}`].map((text) => {
      try {
        return String(JSON.parse(text));
      } catch (error) {
        return String(error);
      }
    });
    expect(quoted.map((message) => detector.find(message).length)).toEqual([1, 1]);
  });

  it('finds a piece of a value', () => {
    for (const [from, to] of [
      [0, 12],
      [8, 34],
      [20, 38],
    ] as const) {
      expect(detector.find(plain.slice(from, to))).toHaveLength(1);
    }
  });

  it('finds nothing where nothing is', () => {
    expect(detector.find(noise)).toEqual([]);
    expect(createDetector([]).find(noise)).toEqual([]);
  });

  it('looks in a place only for what is not allowed there', () => {
    const allowed = new Canaries();
    const text = allowed.plant('label', ['redis']);
    expect(allowed.forbiddenIn('redis').find(text)).toEqual([]);
    expect(allowed.allowedIn('redis').find(text)).toHaveLength(1);
    expect(allowed.forbiddenIn('log').find(text)).toHaveLength(1);
  });
});
