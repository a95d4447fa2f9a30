import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interpolate, pathText } from './interpolate.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portcullis-interpolate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fill(value: unknown, env: Record<string, string> = {}) {
  const faults: string[] = [];
  const filled = interpolate(value, { env }, (path, message) => faults.push(`${pathText(path)}: ${message}`));
  return { filled, faults };
}

function fileOf(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return `\${file:${join(folder, name)}}`;
}

describe('interpolate', () => {
  it('fills in variables anywhere in a string, at any depth', () => {
    expect(fill({ a: ['x-${env:A}-${env:B}', { b: '${env:B}' }] }, { A: '1', B: '2' })).toEqual({
      filled: { a: ['x-1-2', { b: '2' }] },
      faults: [],
    });
  });

  it.each([
    ['as it is', 'a\nb', 'a\nb'],
    ['without its last line break', 'a\n', 'a'],
    ['without its last line break of Windows', 'a\r\n', 'a'],
    ['with the line breaks before the last', 'a\n\n', 'a\n'],
  ])('fills in a file %s', (_, content, expected) => {
    expect(fill(fileOf('value', content)).filled).toBe(expected);
  });

  it('does not fill in what it has filled in', () => {
    expect(fill('${env:A}', { A: '${env:B}', B: 'secret' }).filled).toBe('${env:B}');
  });

  it('does not take a dollar sign in a value for a reference to the match', () => {
    expect(fill('<${env:A}>', { A: "$& $1 $' $$" }).filled).toBe("<$& $1 $' $$>");
  });

  it('takes an empty variable for given', () => {
    expect(fill('${env:A}', { A: '' })).toEqual({ filled: '', faults: [] });
  });

  it('names every variable and file that is missing, by path', () => {
    expect(fill({ a: ['${env:X} ${env:Y}', '${file:/nowhere/z}'] }).faults).toEqual([
      'a[0]: the environment variable X is not set',
      'a[0]: the environment variable Y is not set',
      'a[1]: the file /nowhere/z cannot be read',
    ]);
  });

  it('takes no variable that every object inherits', () => {
    expect(fill('${env:constructor}').faults).toHaveLength(1);
  });

  it.each([1, true, null, 'plain', '${HOME}', '$env:A', '${other:A}'])('leaves %j as it is', (value) => {
    expect(fill(value, { A: 'x', HOME: 'x' })).toEqual({ filled: value, faults: [] });
  });
});
