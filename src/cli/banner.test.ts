import { describe, expect, it } from 'vitest';
import type { Emulator } from '../connectors/emulation/emulator.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { banner } from './banner.ts';

const emulator = { url: 'https://127.0.0.1:65535/v3', seeded: { groups: 3, secrets: 20_000 } } as unknown as Emulator;
const store = (provider: string, title: string) => ({ name: provider, provider, title, emulator });
const sandbox = {
  stores: [
    store('truefoundry', 'TrueFoundry secret groups'),
    store('ncloud', 'NAVER Cloud Platform Secret Manager'),
    store('imco', 'IMCO key vaults'),
  ],
  tokens: ['sandbox-admin', 'sandbox-auditor', 'sandbox-developer'],
} as unknown as Sandbox;

const lines = (columns: number | undefined, colours = false) =>
  banner({ url: 'http://127.0.0.1:65535', sandbox }, { columns, colours }).split('\n');

describe('the banner', () => {
  it.each([80, 100, 120])('fits %i columns', (columns) => {
    expect(lines(columns).filter((line) => line.length > columns)).toEqual([]);
  });

  it('keeps each store on one line where there is room or nobody is looking', () => {
    for (const columns of [100, undefined]) {
      expect(lines(columns)).toContainEqual(expect.stringMatching(/^ {2}ncloud +NAVER Cloud Platform Secret Manager /));
    }
  });

  it('holds no control characters where there are no colours', () => {
    const control = String.fromCharCode(27);
    expect(lines(80).join('')).not.toContain(control);
    expect(lines(80, true).join('')).toContain(control);
  });
});
