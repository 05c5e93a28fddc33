import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', '.lianshu/**', 'node_modules/**'] },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/web/tsconfig.json'],
        tsconfigRootDir: `${import.meta.dirname}/..`,
      },
    },
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      // Answers and options are plain objects described by classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      complexity: ['error', 16],
      'max-depth': ['error', 4],
      'no-console': 'error',
    },
  },
  {
    files: ['src/web/**', 'test/browser/**', 'test/unit/web/**'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  // Answer classes describe plain JSON to OpenAPI; they have no prototype to lose.
  { files: ['src/http/**'], rules: { '@typescript-eslint/no-misused-spread': 'off' } },
  { files: ['src/cli/**', 'src/cli.ts', 'test/bench/**', '.config/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      complexity: 'off',
    },
  },
  { files: ['.config/**'], ...tseslint.configs.disableTypeChecked },
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
