/**
 * Answers as the vendor documents them, shortened, with values that a test can search for.
 * @see https://docs.senhasegura.io/v3-32/docs/a2a-api-dsm
 */

/** "Query secret": a version and an expiry that are empty, a tag that is empty, a value that is null. */
export const QUERY_SECRET = {
  response: { status: 200, mensagem: 'Application 5', erro: false, message: 'Application 5', error: false },
  application: {
    name: 'postman',
    description: null,
    tags: [''],
    system: 'back',
    environment: 'test',
    secrets: [
      {
        secret_id: '106',
        secret_name: 'application5',
        identity: 'application5',
        version: '',
        expiration_date: '',
        engine: 'Kubernetes',
        data: [
          { hostname: 'PLANTED-hostname', username: 'PLANTED-user', password: 'PLANTED-password' },
          { access_key_id: 'PLANTED-key-id', secret_access_key: 'PLANTED-secret-key', TTL: null },
          { my_key_name: 'PLANTED-value' },
        ],
      },
    ],
  },
};

/** "Create or update a secret": the answer, which echoes the value and adds the description. */
export const SECRET_CREATED = {
  response: {
    status: 201,
    mensagem: 'Secret created successfully.',
    erro: false,
    cod_erro: 0,
    message: 'Secret created successfully.',
    error: false,
    error_code: 0,
  },
  application: {
    name: 'postman',
    description: 'test',
    tags: ['abc', 'def', 'test'],
    system: 'inetconfig',
    environment: 'stage',
    secrets: [
      {
        secret_id: '7',
        secret_name: 'state_secret',
        identity: 'example_2',
        version: '2',
        description: 'API Call',
        expiration_date: '2022-08-18 11:10:00',
        engine: 'GitLab',
        data: [
          { AWS_ACCESS_KEY_ID: 'PLANTED-key-id', AWS_SECRET_ACCESS_KEY: 'PLANTED-secret-key', TTL: '' },
          { HOSTNAME: 'PLANTED-hostname', PASSWORD: 'PLANTED-password' },
        ],
      },
    ],
  },
};

/** "Response with SSH as secret": a part that the vault could not encrypt. */
export const ENCRYPTION_ERROR = {
  response: SECRET_CREATED.response,
  application: {
    ...SECRET_CREATED.application,
    secrets: [
      {
        secret_id: '3',
        secret_name: 'state_secret',
        identity: 'cart/shop/npf/cassandra',
        version: '205',
        description: 'API Call',
        expiration_date: '2022-08-18 11:10:00',
        engine: 'GitLab',
        data: [
          { USERNAME: 'user', private_key: 'An error occurred while encrypting the text', PASSWORD: 'PLANTED-cipher' },
        ],
      },
    ],
  },
};

/** GET /iso/sctm/secret, as dsmcli's sdk/dsm/secret_response.go reads it: no application. */
export const SECRETS_AT_THE_TOP = {
  response: { status: 200, message: 'Application 5', error: false, error_code: 0 },
  secrets: SECRET_CREATED.application.secrets,
};
