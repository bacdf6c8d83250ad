// The first thing every command of package.json runs. It needs nothing but Node and npm: it installs the right Node
// and everything else when that is missing or out of date, then hands over to scripts/<command>.ts.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PNPM = 'pnpm@10.34.8';
const OLDEST_NODE = 20;
const COMMANDS = ['start', 'dev', 'test', 'check', 'ops', 'deploy', 'screenshots', 'bench', 'soak'];

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
// The binary itself: the shell script in .bin would take signals for it and pass none on.
const node = join(root, 'node_modules', 'node', 'bin', 'node');
const stamp = join(root, 'node_modules', '.installed-lockfile');

const [command, ...args] = process.argv.slice(2);
if (!COMMANDS.includes(command)) fail(`Unknown command ${command}; there are: ${COMMANDS.join(', ')}.`);
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(
    `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer, then run this again.`,
  );
}

const lockfile = createHash('sha256')
  .update(readFileSync(join(root, 'pnpm-lock.yaml')))
  .digest('hex');
if (!isInstalled()) await install();
handOver();

function isInstalled() {
  return existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === lockfile;
}

/** Quiet unless it fails; about a minute from nothing. */
async function install() {
  const started = Date.now();
  const output = [];
  const tty = process.stderr.isTTY;
  const tell = () =>
    process.stderr.write(`\r· Installing packages ${Math.round((Date.now() - started) / 1000)} s `);
  if (!tty) process.stderr.write('· Installing packages (about a minute from nothing)\n');
  const ticking = tty ? setInterval(tell, 1000) : undefined;

  const child = spawn('npx', ['-y', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_config_update_notifier: 'false' },
    shell: process.platform === 'win32',
  });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', resolve);
  });
  clearInterval(ticking);
  if (tty) process.stderr.write('\r\u001b[K');
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output).toString().split('\n').slice(-25).join('\n'));
    fail('Installing packages failed (see above). Is the package registry reachable?');
  }
  writeFileSync(stamp, lockfile);
  process.stderr.write(`✓ Installed packages in ${Math.round((Date.now() - started) / 1000)} s\n`);
}

function handOver() {
  const child = spawn(node, [join(root, 'scripts', `${command}.ts`), ...args], {
    cwd: root,
    stdio: 'inherit',
    // Where the person stood: `npm run` moves to the root, and paths in arguments are relative to that other place.
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm runs this in a shell that may be killed without a word to us; then there is nobody left to work for.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  child.once('error', () => fail('The installed Node does not run here; remove node_modules and try again.'));
  child.once('exit', (code, signal) => process.exit(signal === null ? code : 1));
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
