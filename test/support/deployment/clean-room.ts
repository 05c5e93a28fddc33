import { spawn, type SpawnOptions, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyOf, ignored, type Instruction, repository, type Stage, variablesOf } from './dockerfile.js';

/** What a command in the room may know of the machine beside its programs: how to reach a registry. */
const passedOn = /^(?:https?_proxy|no_proxy|npm_config_registry|NODE_EXTRA_CA_CERTS)$/i;

/** Programs, libraries and addresses of this machine, for reading alone; `dev` and `proc` are made anew. */
const shared = ['usr', 'etc'];

/**
 * Stands in for the container in which a stage of a Dockerfile is built: a folder that is the root of a file system of its own, with this
 * machine's programs in place of the base image, and nothing else but what `COPY` brought. Needs Linux, root and `unshare`.
 */
export class CleanRoom {
  private readonly variables = new Map<string, string>();
  private readonly declared = new Map<string, string>();
  private folder = '/';

  private constructor(
    private readonly root: string,
    private readonly rooms: ReadonlyMap<string, CleanRoom>,
  ) {}

  /** Whether this machine lets us make one. */
  static get possible(): boolean {
    return spawnSync('unshare', ['--mount', '--pid', '--fork', 'true']).status === 0;
  }

  /** Replays the stages in order; each `RUN` must succeed. Answers the last one's room, and the folder that holds them all. */
  static replay(stages: readonly Stage[]): { readonly room: CleanRoom; readonly remove: () => void } {
    const parent = mkdtempSync(path.join(tmpdir(), 'lianshu-image-'));
    const remove = (): void => rmSync(parent, { recursive: true, force: true });
    const rooms = new Map<string, CleanRoom>();
    let room: CleanRoom | undefined;
    try {
      for (const { name, instructions } of stages) {
        room = new CleanRoom(path.join(parent, name), rooms);
        room.furnish();
        rooms.set(name, room);
        for (const instruction of instructions) room.follow(instruction);
      }
    } catch (error) {
      remove();
      throw error;
    }
    if (room === undefined) throw new Error('no stage');
    return { room, remove };
  }

  /** Where a path of the room lies on this machine. */
  path(inside: string): string {
    return path.join(this.root, inside);
  }

  /**
   * Starts a command as a container of the image would, as user 10001: the file system can't be written but for `writable` and /tmp.
   */
  start(words: readonly string[], writable: readonly string[], variables: NodeJS.ProcessEnv = {}) {
    const script = [
      `mount --bind ${this.root} ${this.root}`,
      ...this.mounts(),
      ...writable.map((each) => `mount --bind ${this.path(each)} ${this.path(each)}`),
      `mount -t tmpfs tmpfs ${this.path('/tmp')}`,
      `mount -o remount,bind,ro ${this.root}`,
      `exec chroot --userspec=10001:10001 ${this.root} /bin/sh -c 'cd ${this.folder} && exec "$@"' - "$@"`,
    ].join(' && ');
    const options: SpawnOptions = {
      env: { ...this.environment(), ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    };
    return spawn('unshare', ['--mount', 'sh', '-c', script, '-', ...words], options);
  }

  private furnish(): void {
    for (const name of [...shared, 'dev', 'proc', 'tmp', 'root', 'var/lib'])
      mkdirSync(this.path(name), { recursive: true });
    for (const name of ['bin', 'sbin', 'lib', 'lib64'])
      spawnSync('ln', ['-s', `usr/${name}`, this.path(name)]);
  }

  private follow(instruction: Instruction): void {
    const { name, argument } = instruction;
    if (name === 'WORKDIR') mkdirSync(this.path((this.folder = argument)), { recursive: true });
    else if (name === 'ENV')
      for (const [key, value] of variablesOf(instruction)) this.variables.set(key, value);
    else if (name === 'ARG')
      for (const [key, value] of variablesOf(instruction)) this.declared.set(key, value);
    else if (name === 'COPY') this.copy(instruction);
    else if (name === 'RUN') this.run(argument);
  }

  private copy(instruction: Instruction): void {
    const { from, sources, target } = copyOf(instruction);
    const origin = from === undefined ? repository : this.rooms.get(from)?.root;
    if (origin === undefined) throw new Error(`no stage ${from ?? ''}`);
    for (const source of sources) {
      const top = source.split('/', 1)[0] ?? '';
      if (from === undefined && ignored().includes(top)) throw new Error(`${source} is in .dockerignore`);
      const file = path.join(origin, source);
      const inside = path.resolve(this.folder, target);
      // Of a folder Docker copies what is in it; a file goes into a target that ends with a slash.
      const place =
        statSync(file).isDirectory() || !target.endsWith('/')
          ? inside
          : path.join(inside, path.basename(source));
      cpSync(file, this.path(place), { recursive: true, verbatimSymlinks: true });
    }
  }

  private run(command: string): void {
    const script = [
      ...this.mounts(),
      `exec chroot ${this.root} /bin/sh -c "cd ${this.folder} && $COMMAND"`,
    ].join(' && ');
    const { status } = spawnSync('unshare', ['--mount', '--pid', '--fork', 'sh', '-c', script], {
      env: { ...this.environment(), COMMAND: command },
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new Error(`RUN ${command}: ended with ${String(status)}`);
  }

  private mounts(): readonly string[] {
    return [
      ...shared.map((name) => `mount --rbind -o ro /${name} ${this.path(name)}`),
      `mount --rbind /dev ${this.path('dev')}`,
      `mount -t proc proc ${this.path('proc')}`,
    ];
  }

  private environment(): NodeJS.ProcessEnv {
    const outside = Object.entries(process.env).filter(([name]) => passedOn.test(name));
    const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
    return {
      PATH: path,
      HOME: '/root',
      ...Object.fromEntries([...this.declared, ...this.variables, ...outside]),
    };
  }
}
