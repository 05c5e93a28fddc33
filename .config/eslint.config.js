import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', '.lianshu/**', 'node_modules/**'] },
  eslint.configs.recommended,
  // The rules that need types are in `oxlint.json`: oxlint runs every one of `strictTypeChecked` in a fraction of the time.
  ...tseslint.configs.strictTypeChecked,
  tseslint.configs.disableTypeChecked,
  {
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      complexity: ['error', 16],
      'max-depth': ['error', 4],
      // What oxlint leaves out of two typed rules: `void` before what is no call, and what is assigned to an enum.
      'no-restricted-syntax': [
        'error',
        ...[
          'UnaryExpression[operator="void"]:not([argument.type=/^(?:Call|Assignment|Import|Sequence)Expression$/]):not(:has(> ChainExpression > CallExpression))',
          'UnaryExpression[operator="void"] > SequenceExpression > :not(CallExpression, AssignmentExpression):last-child',
        ].map((selector) => ({ selector, message: '`void` only discards what a call returns.' })),
        { selector: 'TSEnumDeclaration', message: 'Write a union of literals, not an enum.' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['src/web/**'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  {
    files: ['src/cli/**', 'src/cli.ts', 'test/bench/**', 'test/drill/**', '.config/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      complexity: 'off',
    },
  },
  {
    files: ['.config/**'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', module: 'readonly' },
    },
  },
  {
    files: ['.config/**/*.cjs'],
    languageOptions: { globals: { require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
