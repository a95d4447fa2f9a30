import { describe, expect, it } from 'vitest';
import { matchesGrammar } from '../../domain/ids.ts';
import { credentials, settings } from './config.ts';
import { truefoundry } from './index.ts';
import { createGroupInput, updateGroupInput } from './native.ts';

describe('the native inputs', () => {
  it('want an integration for a new group', () => {
    expect(createGroupInput.safeParse({ integrationId: '' }).success).toBe(false);
  });

  it.each(['user:ada@example.com', 'team:payments', 'virtual-account:ci'])('take %s for a collaborator', (subject) => {
    expect(updateGroupInput.safeParse({ collaborators: [{ subject, roleId: 'secret-group-admin' }] }).success).toBe(
      true,
    );
  });

  it.each(['ada@example.com', 'user:', 'user: x', ':x', 'user:a\nb'])(
    'do not take %j for a collaborator',
    (subject) => {
      expect(updateGroupInput.safeParse({ collaborators: [{ subject, roleId: 'r' }] }).success).toBe(false);
    },
  );

  it('tell null from what was left out', () => {
    expect(updateGroupInput.parse({ ownedByAccount: null })).toEqual({ ownedByAccount: null });
  });
});

describe('the ids', () => {
  const { secret, subject, version } = truefoundry.idGrammar;

  it('take what the control plane makes', () => {
    expect(matchesGrammar(['cm4abc123', '0194f-7a', 'v1'], version)).toBe(true);
  });

  it.each(['..', '.', '', 'a/b', 'a%2fb', 'a?b', 'a b', 'é', 'x'.repeat(129)])('do not take %j in a path', (part) => {
    expect(matchesGrammar(['group', part], secret)).toBe(false);
  });

  it('take any printable id of a subject, which is never sent', () => {
    expect(matchesGrammar(['external-identity', 'okta|00u1 é'], subject)).toBe(true);
  });

  it('take no control characters in an id of a subject', () => {
    expect(matchesGrammar(['user', 'a\nb'], subject)).toBe(false);
  });
});

describe('the configuration', () => {
  it('has defaults for all settings', () => {
    expect(settings.parse({})).toEqual({ unchangedKeys: 'keep', valueView: 'enabled' });
  });

  it.each([{}, { token: '' }, { token: 'two words' }, { token: 'a\r\nx-header: b' }, { token: 'a', user: 'b' }])(
    'refuses the credentials %j',
    (given) => {
      expect(credentials.safeParse(given).success).toBe(false);
    },
  );
});
