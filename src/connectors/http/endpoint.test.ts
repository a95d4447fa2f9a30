import { describe, expect, it } from 'vitest';
import { isAddressAllowed, isLoopbackHost, parseEndpoint } from './endpoint.ts';

describe('parseEndpoint', () => {
  it.each([
    ['https://host.example', 'https://host.example', '', 'host.example'],
    ['https://host.example/', 'https://host.example', '', 'host.example'],
    ['https://host.example:8443/v3/', 'https://host.example:8443', '/v3', 'host.example'],
    ['https://host.example/a/../b', 'https://host.example', '/b', 'host.example'],
    ['http://127.1:80', 'http://127.0.0.1', '', '127.0.0.1'],
    ['http://[::1]:2375', 'http://[::1]:2375', '', '::1'],
    ['tcp://127.0.0.1:2375', 'http://127.0.0.1:2375', '', '127.0.0.1'],
  ])('takes %s apart', (text, origin, basePath, host) => {
    expect(parseEndpoint(text)).toEqual({ origin, basePath, host, socketPath: null });
  });

  it('takes a unix socket by its path', () => {
    expect(parseEndpoint('unix:///var/run/engine.sock')).toEqual({
      origin: 'http://localhost',
      basePath: '',
      socketPath: '/var/run/engine.sock',
      host: '',
    });
  });

  it.each([
    ['no URL', 'host.example'],
    ['a relative socket', 'unix://engine.sock'],
    ['another scheme', 'ftp://host.example'],
    ['a file', 'file:///etc/passwd'],
    ['a user', 'https://user@host.example'],
    ['a password', 'https://:pw-4711@host.example'],
    ['a query', 'https://host.example/?token=pw-4711'],
    ['a fragment', 'https://host.example/#pw-4711'],
    ['nothing', ''],
  ])('refuses %s in words that do not repeat it', (_, text) => {
    expect(() => parseEndpoint(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    expect(() => parseEndpoint(text)).not.toThrow(/4711/);
  });
});

describe('isLoopbackHost', () => {
  it.each(['', 'localhost', '127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('is true for %j', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '::',
    '10.0.0.1',
    'localhost.example.com',
    '127.0.0.1.example.com',
    '[::1]',
    '127.1',
    '2130706433',
  ])('is false for %j', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});

describe('isAddressAllowed', () => {
  const STRICT = { loopback: false, allowPrivateNetwork: false };
  const OPEN = { loopback: true, allowPrivateNetwork: true };

  it.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111'])('lets through the public address %s', (address) => {
    expect(isAddressAllowed(address, STRICT)).toBe(true);
  });

  it.each(['10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd00::1', '::ffff:10.0.0.1'])(
    'lets through the private address %s only where the store says so',
    (address) => {
      expect([isAddressAllowed(address, STRICT), isAddressAllowed(address, OPEN)]).toEqual([false, true]);
    },
  );

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'])(
    'lets through %s only where the endpoint itself is this machine',
    (address) => {
      expect([
        isAddressAllowed(address, { loopback: false, allowPrivateNetwork: true }),
        isAddressAllowed(address, { loopback: true, allowPrivateNetwork: false }),
      ]).toEqual([false, true]);
    },
  );

  it.each([
    '169.254.169.254',
    'fe80::1',
    'fe80::1%eth0',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    'ff02::1',
    '255.255.255.255',
    '240.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'localhost',
    'not an address',
    '',
  ])('never lets through %s', (address) => {
    expect(isAddressAllowed(address, OPEN)).toBe(false);
  });
});
