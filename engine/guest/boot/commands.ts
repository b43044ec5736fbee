/** One command of user data: whether it runs, what comes of it, and what the script makes of that. */
import { knownService } from '../user-data/known-services';
import type { UserDataStep } from '../user-data/plan';
import { advanceMount, advanceMountAll, makeFileSystem } from './command-mounts';
import { advanceInstall } from './command-packages';
import { advanceService } from './command-services';
import type { BootNeed, BootOutcome, CommandStep, NeedAnswer } from './boot-step';
import type { BootState } from './boot-state';
import { done, fails, firstFailure, notFound, notKnown, skipped, type BootAdvance } from './outcomes';
import { awsCliFailure, fetchFailure } from './failures';
import { IMAGES } from './images';

export function runCommand(
  before: BootState,
  step: CommandStep,
  answers: readonly NeedAnswer[],
): BootAdvance {
  const { scriptKey, step: written } = step.command;
  const fresh = { key: scriptKey, status: 0, ended: false } as const;
  const state = before.script.key === scriptKey ? before : { ...before, script: fresh };
  const { status, ended } = state.script;
  if (ended) return { state, outcome: skipped('Does not run: the script has ended before it.') };
  if (written.runsIf !== 'always' && status === 'unknown')
    return {
      state: { ...state, opaque: true },
      outcome: notKnown('Whether it runs depends on what is not simulated.'),
    };
  if (written.runsIf === 'succeeded' && status !== 0)
    return { state, outcome: skipped('Does not run: what stands before && has failed.') };
  if (written.runsIf === 'failed' && status === 0)
    return { state, outcome: skipped('Does not run: what stands before || has succeeded.') };
  const { state: after, outcome } = perform(state, step, answers);
  return { state: { ...after, script: scriptAfter(after, written, outcome) }, outcome };
}

function scriptAfter(
  state: BootState,
  { action, onFailure }: UserDataStep,
  { exitStatus }: BootOutcome,
): BootState['script'] {
  const { script } = state;
  if (action.kind === 'exit') return { ...script, status: exitStatus, ended: true };
  if (onFailure === 'ignored') return script;
  const fails = exitStatus !== 0 && exitStatus !== 'unknown';
  return { ...script, status: exitStatus, ended: fails && onFailure === 'exit' };
}

function perform(state: BootState, step: CommandStep, answers: readonly NeedAnswer[]): BootAdvance {
  const { action } = step.command.step;
  const failing = firstFailure(step.needs, afterFormatting(state, step.needs, answers));
  const facts = IMAGES[state.family];
  switch (action.kind) {
    case 'install-packages':
    case 'update-packages':
    case 'refresh-package-lists':
      return advanceInstall(state, step, action, failing);
    case 'control-service':
      return advanceService(state, step, action);
    case 'install-feature': {
      const unknown = action.features.find((feature) => !knownFeature(feature));
      const message =
        unknown === undefined
          ? `Installed: ${action.features.join(', ')}.`
          : `Installed: ${action.features.join(', ')}. What ${unknown} listens on is not known.`;
      return done(state, step, message);
    }
    case 'mount':
      return advanceMount(state, step, action, failing);
    case 'mount-all':
      return advanceMountAll(state, step, action, failing);
    case 'listen': {
      const { state: after, outcome } = done(
        state,
        step,
        `${action.program} listens on port ${action.port}.`,
      );
      return { state: { ...after, heldUp: !action.background }, outcome };
    }
    case 'fetch-url':
      return failing
        ? fails(state, fetchFailure(action, failing.answer), failing.answer)
        : done(state, step, `Fetched ${action.url}.`);
    case 'fetch-s3': {
      if (!facts.awsCli) return notFound(state, 'aws');
      const endpoint = `${action.bucket}.s3.${state.region}.amazonaws.com`;
      const verb = action.upload ? 'write to' : 'read from';
      return failing
        ? fails(
            state,
            awsCliFailure(endpoint, `${verb} the bucket ${action.bucket}`, failing.answer),
            failing.answer,
          )
        : done(
            state,
            step,
            action.upload ? `Sent to s3://${action.bucket}.` : `Fetched from s3://${action.bucket}.`,
          );
    }
    case 'call-aws': {
      if (!facts.awsCli) return notFound(state, 'aws');
      const endpoint = `${action.service}.${action.region ?? state.region}.amazonaws.com`;
      return failing
        ? fails(
            state,
            awsCliFailure(endpoint, `call ${action.service} ${action.operation}`, failing.answer),
            failing.answer,
          )
        : done(state, step, `${action.service} answers; what it says is not simulated.`);
    }
    case 'signal-ready':
      return advanceSignal(state, step, failing?.answer);
    case 'read-metadata':
      return failing
        ? fails(state, METADATA_FAILURE[failing.answer.state === 'denied' ? 'denied' : 'off'], failing.answer)
        : done(state, step, `Instance metadata answers ${action.path}.`);
    case 'make-file-system':
      return makeFileSystem(state, step, action, failing);
    case 'write-file': {
      const { state: after, outcome } = done(state, step, `Written: ${action.path}.`);
      const { disk } = after;
      return {
        state: { ...after, disk: { ...disk, fstab: [...disk.fstab, ...(action.fstab ?? [])] } },
        outcome,
      };
    }
    case 'sleep':
      return done(state, step, `Waits ${action.durationMs / 1000} s.`);
    case 'print':
      return done(state, step, 'Printed.', action.text.split('\n'));
    case 'exit': {
      const status = action.status === 'last' ? state.script.status : action.status;
      return withStatus(done(state, step, `The script ends with ${status}.`), status);
    }
    case 'end-with':
      return withStatus(done(state, step, action.status === 0 ? 'Succeeds.' : 'Fails.'), action.status);
    case 'local':
      return done(state, step, LOCAL[action.what]);
    case 'not-simulated': {
      const { state: after, outcome } = done(state, step, `Not simulated. ${action.reason}`);
      const exitStatus = action.statusUnknown ? 'unknown' : 0;
      return {
        state: { ...after, opaque: true },
        outcome: { ...outcome, result: 'not-simulated', exitStatus },
      };
    }
  }
}

/** A file system that this boot has made is there, whatever the volume held before. */
function afterFormatting(
  { formatted }: BootState,
  needs: readonly BootNeed[],
  answers: readonly NeedAnswer[],
): readonly NeedAnswer[] {
  return answers.map((answer, index) => {
    const need = needs[index];
    const made = need?.kind === 'device' && formatted.includes(need.device);
    return made && answer.state === 'unformatted' ? { ...answer, state: 'met' } : answer;
  });
}

const LOCAL = {
  options: 'Holds for what follows.',
  variable: 'Kept for what follows.',
  command: 'Taken to succeed; it changes nothing that is simulated.',
  setting: 'Taken to succeed; it changes nothing that is simulated.',
} as const;

const knownFeature = (feature: string): boolean =>
  feature === 'Web-Server' || knownService(feature) !== undefined;

const withStatus = ({ state, outcome }: BootAdvance, exitStatus: BootOutcome['exitStatus']): BootAdvance => ({
  state,
  outcome: { ...outcome, exitStatus },
});

/** `cfn-signal -e $?` tells how the command before it ended. */
function advanceSignal(state: BootState, step: CommandStep, answer: NeedAnswer | undefined): BootAdvance {
  const { action } = step.command.step;
  if (action.kind !== 'signal-ready') throw new Error(`Not a signal: ${action.kind}`);
  if (action.how === 'cfn-signal' && !IMAGES[state.family].cfnSignal && !installsSignal(state))
    return notFound(state, 'cfn-signal');
  if (answer)
    return fails(
      state,
      awsCliFailure(
        `cloudformation.${action.region ?? state.region}.amazonaws.com`,
        'signal CloudFormation',
        answer,
      ),
      answer,
    );
  if (action.success === 'by-status' && state.script.status === 'unknown')
    return {
      state,
      outcome: notKnown('What it signals depends on what is not simulated.'),
    };
  const success = action.success === 'by-status' ? state.script.status === 0 : action.success;
  const told = { ...step, effects: [{ kind: 'signalled', success } as const] };
  return done(state, told, success ? 'Signals that it is ready.' : 'Signals that it has failed.');
}

const installsSignal = ({ disk, opaque, family }: BootState): boolean =>
  family === 'windows' || opaque || disk.packages.includes('aws-cfn-bootstrap');

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-returns.html; curl ends well without `-f`. */
const METADATA_FAILURE = {
  denied: {
    what: 'Instance metadata answers 401 Unauthorized: it wants a token (IMDSv2)',
    durationMs: 5,
    exitStatus: 0,
    output: ['401 - Unauthorized'],
  },
  off: {
    what: 'Instance metadata answers 403 Forbidden',
    durationMs: 5,
    exitStatus: 0,
    output: ['403 - Forbidden'],
  },
} as const;
