import { forms } from '../forms.ts';
import type { ProviderData } from '../provider-data.ts';

export const data: ProviderData = {
  secretName: (number) => `contract-${number}`,
  groupName: (number) => `contract-${number}`,
  values: (marker) => forms(marker, ['TEXT', 'BASE64']),
  newSecret: () => ({}),
  secretChange: (_, number) => {
    const labels = [{ key: 'com.example.round', value: `${number}` }];
    return { input: { labels }, shows: { labels } };
  },
  minimum: { list: () => 1, groups: () => 1, versions: () => 0, usage: () => 1, details: () => 0 },
};
