/** The samples of the documents, word for word. */

/** @see https://api.ncloud-docs.com/docs/en/secretmanager-createsecret "Response body" */
export const CREATED = {
  code: 'SUCCESS',
  data: {
    secretId: 'string',
    secretName: 'string',
    secretStatus: 'ENABLE',
    secretType: 'string',
    memo: 'string',
    region: 'string',
    registerDate: 0,
    autoRotationYN: 'Y',
    autoRotationPeriod: 0,
    nextRotationDate: 0,
    rotationPhase: 'NONE',
    trigger: { id: 'string', name: 'string', url: 'string', recentlyExecutedAction: 'string' },
    protectionKey: { type: 'DEFAULT', kmsKeyTag: 'string', kmsKeyName: 'string' },
  },
};

/** The same fields with the values that a real secret would have. */
export const DETAIL = {
  code: 'SUCCESS',
  data: {
    ...CREATED.data,
    secretId: 'a1b2',
    secretName: 'payments-db',
    secretType: 'BASIC',
    memo: 'Primary database',
    region: 'KR',
    registerDate: 1_753_067_196_000,
    updateDate: 1_753_153_596_000,
    expectedDestroyDate: 1_753_412_796_000,
    autoRotationPeriod: 90,
    nextRotationDate: 1_760_929_596_000,
    lastRotationDate: 1_753_153_590_000,
    lastRotationResultId: 'r-1',
    trigger: { id: 't-1', name: 'payments-rotation', url: 'https://console/t-1', recentlyExecutedAction: 'rotate' },
    protectionKey: { type: 'USER_MANAGED_KEY', kmsKeyTag: 'tag', kmsKeyName: 'key', kmsBoundaryType: 'ISOLATED' },
  },
};

export const LISTED = {
  code: 'SUCCESS',
  data: {
    totalPageNo: 1,
    currentPageNo: 1,
    totalCount: 1,
    secretList: [
      {
        secretId: 'a1b2',
        secretName: 'payments-db',
        secretStatus: 'ENABLE',
        secretType: 'BASIC',
        region: 'KR',
        registerDate: 1_753_067_196_000,
      },
    ],
  },
};

/** A creation with every field that is needed. */
export const newSecret = (change: object) => ({
  secretName: 'made',
  memo: '',
  secretValue: { value: '{"a":"1","b":"2"}', rotationTargets: ['a'] },
  secretType: 'BASIC',
  autoRotationYN: 'N',
  protectionKeyType: 'DEFAULT',
  ...change,
});
