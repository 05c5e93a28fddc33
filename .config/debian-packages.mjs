/**
 * The programs beside Node that the tests need: openssl, SoftHSM2, and Chromium with a font for the pages' Chinese. What is missing is
 * installed from Debian's packages where this process may. A process of its own, so that npm can install at the same time.
 * It exits with 1 only without openssl; without the others their tests don't run, and say so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The shell has the pages' engine without windows of its own: two fifths less of a test's processor time. */
const chromiums = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const answers = (command, argument) => spawnSync(command, [argument]).status === 0;

const programs = [
  {
    name: 'openssl',
    isThere: () => answers('openssl', 'version'),
    packages: [['openssl']],
  },
  {
    name: 'SoftHSM2',
    isThere: () => answers('softhsm2-util', '--version'),
    packages: [['softhsm2']],
  },
  {
    name: 'Chromium',
    isThere: () => [process.env.LIANSHU_CHROMIUM ?? chromiums].flat().some((file) => existsSync(file)),
    packages: [
      ['chromium-headless-shell', 'fonts-noto-cjk'],
      ['chromium', 'fonts-noto-cjk'],
    ],
  },
];

const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const missing = programs.filter(({ isThere }) => !isThere());
if (missing.length > 0 && mayInstall) {
  console.error(
    `正在安裝 ${missing.map(({ name }) => name).join('、')}… Installing ${missing.map(({ name }) => name).join(', ')} …`,
  );
  if (apt('update')) for (const { packages } of missing) packages.some((names) => apt('install', ...names));
}
for (const { name, isThere } of missing)
  if (name !== 'openssl' && !isThere())
    console.error(
      `無法安裝 ${name}，相關測試將略過。 ${name} could not be installed; tests that need it are skipped.`,
    );
if (!programs[0].isThere()) {
  console.error(
    '找不到 openssl 指令，請先安裝（測試會用它核對密碼運算）。 The openssl command is missing: please install it; the tests check our cryptography against it.',
  );
  process.exit(1);
}

/** Whether apt did it. Without a network it would wait for long: then we do without. */
function apt(command, ...names) {
  const words = command === 'install' ? ['-y', '--no-install-recommends', ...names] : [];
  const { status } = spawnSync('apt-get', [command, '-qq', ...words], {
    stdio: ['ignore', 2, 2],
    timeout: 180_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
