/** Lint rules, and the order of the rooms: each may import only what stands before it. */
import { defineConfig } from 'oxlint';
import type { OxlintOverride } from 'oxlint';

const order: readonly (readonly string[])[] = [
  ['clock', 'errors'],
  ['error-texts'],
  ['profiles'],
  ['log'],
  ['http'],
  ['systems'],
  ['grants'],
  ['sign-in'],
  ['storage'],
  ['tokens'],
  ['snippets', 'settings', 'doctor', 'transfer'],
  ['agent'],
  ['desktop', 'ipc', 'cli', 'demo'],
];
const roots = [
  'main/index.ts',
  'main/application.ts',
  'main/services.ts',
  'main/cli/index.ts',
  'main/cli/tokentray.ts',
  // What npm start runs before there is an application.
  'main/start/start.ts',
  'main/start/download.ts',
];
const electronRooms = new Set(['desktop', 'ipc']);
const ambientPlaces = [
  'main/clock.ts',
  'renderer/clock.ts',
  'main/storage/**',
  'main/http/**',
  ...roots,
  'test/**',
  '*.config.ts',
];

const message = 'The rooms know each other in one order only (see CONTRIBUTING.md).';
const noElectron = {
  name: 'electron',
  message: 'Only main/index.ts, main/application.ts, main/desktop, main/ipc and preload know Electron.',
};
const noKeytar = {
  regex: '^(keytar(/|$)|@napi-rs/keyring)',
  message: 'Only main/storage/keychain.ts knows the keychain library.',
};

/** What a room may not import: every later room, its neighbours, and the composition root. */
const roomOverrides = order.flatMap((rooms, position) =>
  rooms.map((room): OxlintOverride => {
    const forbidden = order.flatMap((others, at) => (at < position ? [] : others.filter((other) => other !== room)));
    return {
      files: [`main/${room}.ts`, `main/${room}/**/*.ts`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            paths: electronRooms.has(room) ? [] : [noElectron],
            patterns: [
              noKeytar,
              {
                regex: `^\\.\\.?/(${[...forbidden, 'services', 'application', 'index'].join('|')})(\\.ts$|/)`,
                message,
              },
            ],
          },
        ],
      },
    };
  }),
);

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'node', 'vitest'],
  options: { typeAware: true },
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  ignorePatterns: ['out/**', 'coverage/**'],
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'no-restricted-globals': [
      'error',
      { name: 'Date', message: 'Take a Clock.' },
      { name: 'setTimeout', message: 'Take a Clock.' },
      { name: 'setInterval', message: 'Take a Clock.' },
      { name: 'fetch', message: 'Take an Http.' },
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Take a random function.' },
      { object: 'process', property: 'env', message: 'Only the roots, storage and http read the environment.' },
    ],
    'no-await-in-loop': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expectFailure', 'fc.assert'] }],
    'no-shadow': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
  },
  overrides: [
    ...roomOverrides,
    {
      files: ['main/cli/index.ts', 'main/cli/tokentray.ts'],
      rules: { 'no-restricted-imports': ['error', { paths: [noElectron], patterns: [noKeytar] }] },
    },
    { files: ['main/storage/keychain.ts'], rules: { 'no-restricted-imports': ['error', { paths: [noElectron] }] } },
    {
      files: ['main/start/**'],
      rules: { 'no-restricted-imports': ['error', { paths: [noElectron], patterns: [noKeytar] }] },
    },
    {
      files: ['preload/**'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                regex: '^(\\.\\./)+main/',
                allowTypeImports: true,
                message: 'What the window loads holds no code of main.',
              },
            ],
          },
        ],
      },
    },
    {
      files: ['renderer/**'],
      plugins: ['react', 'jsx-a11y'],
      rules: {
        'react/react-in-jsx-scope': 'off',
        // A grid that shows a part of a thousand rows, and states of live regions, have no tags of their own.
        'jsx-a11y/prefer-tag-over-role': 'off',
        // Focus moves through its cells, a scrolling region takes focus to be scrolled by keys, and dialogs focus their field:
        // what these rules guess at is checked in the browser by axe and by the keyboard tests.
        'jsx-a11y/interactive-supports-focus': 'off',
        'jsx-a11y/click-events-have-key-events': 'off',
        'jsx-a11y/no-noninteractive-tabindex': 'off',
        'jsx-a11y/no-autofocus': 'off',
        // What a person reads stands in renderer/words; marks between words, and the name of the program, do not change with the language.
        'react/jsx-no-literals': [
          'error',
          {
            noStrings: true,
            ignoreProps: true,
            allowedStrings: [' ', ',', ':', ';', '·', '/', 'Tokentray'],
            restrictedAttributes: ['aria-label', 'title', 'placeholder', 'alt', 'label', 'text', 'help', 'hint'],
          },
        ],
        // For React's compiler, which is not used.
        'react/immutability': 'off',
        'react/preserve-manual-memoization': 'off',
        'react/set-state-in-effect': 'off',
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              { regex: '^(\\.\\./)+main/', message: 'The window knows the main process by its contract only.' },
              {
                regex: '^(\\.\\./)+preload/',
                allowTypeImports: true,
                message: 'The window takes types alone from it.',
              },
            ],
          },
        ],
      },
    },
    { files: ambientPlaces, rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' } },
    {
      files: ['test/**'],
      rules: {
        'vitest/no-conditional-expect': 'off',
        'unicorn/consistent-function-scoping': 'off',
        'promise/always-return': 'off',
        'typescript/unbound-method': 'off',
      },
    },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
});
