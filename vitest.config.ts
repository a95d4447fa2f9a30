import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

// Under vitest, tests resolve `graphql` to its .mjs build and dependencies to its .js build: two realms, and every
// instanceof in graphql-js fails. One alias keeps one copy. Plain Node is not affected.
const alias = [{ find: /^graphql$/, replacement: require.resolve('graphql') }];

const suite = (name: string, include: string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include, ...extra },
});

export default defineConfig({
  resolve: { alias },
  test: {
    restoreMocks: true,
    projects: [
      suite('unit', ['src/**/*.test.ts', 'test/architecture/**/*.test.ts', 'test/property/**/*.test.ts']),
      suite('contract', ['test/contract/**/*.test.ts'], { testTimeout: 30_000, hookTimeout: 60_000 }),
      suite('redis', ['test/redis/**/*.test.ts'], { testTimeout: 30_000, hookTimeout: 120_000 }),
      suite('docker', ['test/docker/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 180_000 }),
      suite('leak', ['test/leak/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 60_000 }),
      suite('e2e', ['test/e2e/**/*.test.ts'], { testTimeout: 90_000, hookTimeout: 180_000 }),
    ],
  },
});
