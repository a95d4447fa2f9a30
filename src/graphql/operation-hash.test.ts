import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationHashOf } from './operation-hash.ts';

const hashOf = (text: string) => operationHashOf(parse(text));

describe('operationHashOf', () => {
  it('is 64 hexadecimal digits', () => {
    expect(hashOf('{ a }')).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['a text', '{ a(x: "one") }', '{ a(x: "two") }'],
    ['a text in a block', '{ a(x: """one""") }', '{ a(x: "two") }'],
    ['a text deep inside', '{ a(x: [{ y: "one" }]) }', '{ a(x: [{ y: "two" }]) }'],
    ['a text that is a default', 'query($v: S = "one") { a(x: $v) }', 'query($v: S = "two") { a(x: $v) }'],
    ['a whole number', '{ a(x: 1) }', '{ a(x: 2) }'],
    ['a number', '{ a(x: 1.5) }', '{ a(x: 2.5) }'],
    ['white space and comments', '{ a }', '{\n # pw-4711\n a }'],
  ])('does not tell documents apart by %s', (_, first, second) => {
    expect(hashOf(first)).toBe(hashOf(second));
  });

  it.each([
    ['a field', '{ a }', '{ b }'],
    ['an alias', '{ a }', '{ x: a }'],
    ['a member of an enum', '{ a(x: ONE) }', '{ a(x: TWO) }'],
    ['how many items a list has', '{ a(x: ["1"]) }', '{ a(x: ["1", "2"]) }'],
    ['the name of the operation', 'query A { a }', 'query B { a }'],
  ])('tells documents apart by %s', (_, first, second) => {
    expect(hashOf(first)).not.toBe(hashOf(second));
  });
});
