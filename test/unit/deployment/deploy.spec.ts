import { describe, expect, it } from '@jest/globals';
import { configurationVariables } from '../../../src/configuration/configuration.js';
import { runCli } from '../../support/cli/run-cli.js';
import { ourStages, variablesOf } from '../../support/deployment/dockerfile.js';
import { deployFiles, documentsOf, type Node, valuesOf } from '../../support/deployment/manifests.js';

const yaml = deployFiles('.yaml');
const units = deployFiles('.service');
const documents = yaml.flatMap((file) =>
  documentsOf(file).map((document) => ({ file: file.name, document })),
);
const ofKind = (kind: string): readonly Node[] =>
  documents.filter(({ document }) => valuesOf(document, 'kind')[0] === kind).map(({ document }) => document);

/** The words after `lianshu`, wherever a file runs it. */
const commands: readonly (readonly string[])[] = [
  ...units.map(({ text }) => (/^ExecStart=.*cli\.js (.*)$/m.exec(text)?.[1] ?? '').split(' ')),
  ...documents
    .filter(({ file }) => file === 'compose.yaml')
    .flatMap(({ document }) => valuesOf(document, 'command') as readonly (readonly string[])[])
    .filter(([first]) => first !== 'postgres'),
  ...(
    documents.flatMap(({ document }) => valuesOf(document, 'args')) as readonly (readonly string[])[]
  ).filter((words) => Array.isArray(words)),
];
const servers = ofKind('Deployment');

it('there is something of each', () => {
  expect([yaml.length, units.length, commands.length]).toEqual([11, 3, 13]);
  expect(servers.map((each) => valuesOf(each, 'name')[0])).toEqual(['intake', 'lead', 'staff', 'worker']);
});

describe('each variable', () => {
  const imageVariables = ourStages()
    .at(-1)
    ?.instructions.filter(({ name }) => name === 'ENV')
    .flatMap((each) => [...variablesOf(each).keys()]);
  const named = [
    ...deployFiles('.yaml', '.service', 'Caddyfile').flatMap(({ text }) => [
      ...text.matchAll(/\b(?:LIANSHU_\w+|DATABASE_URL)\b/g),
    ]),
  ].map(([name]) => name);

  it.each([...new Set([...named, ...(imageVariables ?? []).filter((name) => name !== 'NODE_ENV')])])(
    '%s is one that the program reads',
    (name) => expect(configurationVariables).toContain(name),
  );
});

describe('each command', () => {
  const lines = [...new Set(commands.map((words) => words.join(' ')))];

  it.each(lines)('lianshu %s is one', async (line) => {
    const [command = '', ...rest] = line.split(' ');
    const { out, error, code } = await runCli([command, '--help']);
    expect([line, error, code]).toEqual([line, '', 0]);
    for (const option of rest.filter((word) => word.startsWith('--'))) expect(out).toContain(option);
  });
});

describe('each image', () => {
  const images = documents.flatMap(({ document }) => [
    ...valuesOf(document, 'image'),
    ...valuesOf(document, 'imageName'),
  ]) as readonly string[];
  const ours = /^(?:registry\.example\/)?lianshu:/;

  it.each([...new Set(images)].filter((image) => !ours.test(image)))(
    '%s is a version, not a moving name',
    (image) => expect(image).toMatch(/@sha256:[0-9a-f]{64}$|:\d+\.\d+-[a-z-]+$/),
  );
});

describe('what runs the program', () => {
  const containers = [...servers, ...ofKind('Job')].map(
    (each) => (valuesOf(each, 'containers')[0] as Node[])[0]!,
  );

  it('can’t write to its image, and has no rights that it does not need: Kubernetes', () => {
    for (const container of containers)
      expect(valuesOf(container, 'securityContext')).toEqual([
        {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      ]);
  });

  it('the same in compose, and leaves no core dump', () => {
    const services = valuesOf(documentsOf(yaml[0]!)[0]!, 'services')[0] as Record<string, Node>;
    for (const name of ['migrate', 'server-1', 'server-2', 'worker'])
      expect(services[name]).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        ulimits: { core: 0 },
      });
  });

  it.each(units.map(({ name, text }) => [name, text]))('the same in %s', (_name, text) => {
    for (const line of [
      'User=lianshu',
      'ProtectSystem=strict',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'LimitCORE=0',
      'UMask=0077',
    ])
      expect(text.split('\n')).toContain(line);
  });

  it('is restarted when it doesn’t live, and gets no requests while it is not ready', () => {
    const probes = servers.map((each) =>
      ['livenessProbe', 'readinessProbe'].map(
        (name) => (valuesOf(each, name)[0] as { httpGet: { path: string; port: string } }).httpGet,
      ),
    );
    const expected = [
      { path: '/live', port: 'metrics' },
      { path: '/ready', port: 'metrics' },
    ];
    expect(probes).toEqual(servers.map(() => expected));
  });

  it('has the owner’s login in the migration alone', () => {
    const withOwner = [
      ...[...servers, ...ofKind('Job')].filter((each) => JSON.stringify(each).includes('"DATABASE_URL"')),
    ].map((each) => valuesOf(each, 'name')[0]);
    expect(withOwner).toEqual(['migrate']);
    const services = valuesOf(documentsOf(yaml[0]!)[0]!, 'services')[0] as Record<string, Node>;
    const files = Object.entries(services).filter(([, each]) => JSON.stringify(each).includes('owner.env'));
    expect(files.map(([name]) => name)).toEqual(['migrate']);
    expect(units.filter(({ text }) => text.includes('owner.env')).map(({ name }) => name)).toEqual([
      'systemd/lianshu-migrate.service',
    ]);
  });

  it('may be disturbed one at a time, and is reached by name alone', () => {
    const selected = (kind: string): readonly Node[] =>
      ofKind(kind).flatMap((each) => valuesOf(each, 'selector'));
    const parts = servers.map((each) => ({
      matchLabels: { app: 'lianshu', part: valuesOf(each, 'name')[0]! },
    }));
    expect(selected('PodDisruptionBudget')).toEqual(parts);
    expect(valuesOf(ofKind('NetworkPolicy')[0]!, 'spec')[0]).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
  });
});

it('PostgreSQL acknowledges what a standby has too', () => {
  const [cluster] = ofKind('Cluster');
  expect(valuesOf(cluster!, 'postgresql')[0]).toMatchObject({
    synchronous: { method: 'any', number: 1, dataDurability: 'required' },
    parameters: { synchronous_commit: 'on' },
  });
  expect(valuesOf(cluster!, 'dataChecksums')).toEqual([true]);
});

it('no proxy keeps an access log', () => {
  const [caddyfile] = deployFiles('Caddyfile');
  expect(caddyfile?.text).not.toMatch(/^\s*log\b/m);
});
