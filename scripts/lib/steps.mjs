/** Runs the steps of `npm test`, at most two at a time, and stops at the first that fails. */
import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

const secondsOf = (ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly (readonly string[])[]} commands run one after the other with this Node
 * @property {readonly string[]} [after] steps that must have passed before
 */

/** Runs one command; gives its whole output. A group of its own, so that stopping it stops its children too. */
function runCommand(args, running) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    });
    running.add(child);
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ passed: code === 0, output: Buffer.concat(chunks).toString() });
    });
  });
}

const stop = (child) => {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself in the meantime.
  }
};

/**
 * @param {readonly Step[]} steps
 * @param {number} atOnce
 * @returns {Promise<string | undefined>} the name of the step that failed
 */
export async function runSteps(steps, atOnce) {
  const running = new Set();
  const stopAll = () => running.forEach(stop);
  process.once('SIGINT', () => (stopAll(), process.exit(130)));
  process.once('SIGTERM', () => (stopAll(), process.exit(143)));

  const passed = new Set();
  const waiting = [...steps];
  const active = new Map();
  let failed;

  const runStep = async (step) => {
    const began = Date.now();
    for (const command of step.commands) {
      const result = await runCommand(command, running);
      // A step that was stopped because another failed has nothing to say.
      if (failed) return;
      if (!result.passed) {
        failed = step.name;
        process.stdout.write(`${result.output.trimEnd()}\n`);
        console.log(`FAILED ${step.name.padEnd(11)} ${secondsOf(Date.now() - began).padStart(8)}`);
        stopAll();
        return;
      }
    }
    passed.add(step.name);
    console.log(`ok     ${step.name.padEnd(11)} ${secondsOf(Date.now() - began).padStart(8)}`);
  };

  while (!failed && (waiting.length > 0 || active.size > 0)) {
    for (const step of [...waiting]) {
      if (active.size >= atOnce || !(step.after ?? []).every((name) => passed.has(name))) continue;
      waiting.splice(waiting.indexOf(step), 1);
      active.set(
        step.name,
        runStep(step).finally(() => active.delete(step.name)),
      );
    }
    await Promise.race(active.values());
  }
  await Promise.all(active.values());
  return failed;
}
