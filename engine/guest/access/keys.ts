/** What a key pair is good for. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html */
import type { AccessKey, AccessLine } from './access';

const GUIDE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/';
const KEYS = `${GUIDE}ec2-key-pairs.html`;
const PASSWORD = `${GUIDE}connect-rdp.html`;

/** The public half is written into the system at the first boot: it must have been there then. */
export function keyLine(key: AccessKey): AccessLine {
  const line = (answer: AccessLine['answer'], why: string): AccessLine => ({
    what: 'key',
    answer,
    why,
    source: KEYS,
  });
  switch (key.state) {
    case 'none':
      return line(
        'no',
        'It was launched without a key pair, so that no public key is in it. A key pair can’t be added later from outside.',
      );
    case 'copied':
      return line(
        'unknown',
        'It was launched without a key pair, from an image of another instance: keys that were in that one are in it, too.',
      );
    case 'unknown':
      return line(
        'unknown',
        `The key pair "${key.name}" is not in the drawing: whether somebody has its private half is not known.`,
      );
    case 'drawn':
      return key.kept
        ? line('yes', `The private half of "${key.name}" is at hand, its public half is in the system.`)
        : line('no', `Nobody has the private half of "${key.name}" any more, and it is given out only once.`);
  }
}

/** EC2 encrypts the generated password with the public half, which works with RSA alone. */
export function passwordLine(key: AccessKey): AccessLine {
  const line = (answer: AccessLine['answer'], why: string): AccessLine => ({
    what: 'decrypting the Windows password',
    answer,
    why,
    source: PASSWORD,
  });
  switch (key.state) {
    case 'none':
      return line('no', 'Without a key pair there is nothing to decrypt the generated password with.');
    case 'copied':
      return line('unknown', 'Passwords of the instance that the image was made of may be in it.');
    case 'unknown':
      return line(
        'unknown',
        `The key pair "${key.name}" is not in the drawing: it has to be RSA, and at hand.`,
      );
    case 'drawn':
      if (key.type !== 'rsa')
        return line(
          'no',
          `"${key.name}" is an ED25519 key: the Windows password is encrypted with RSA keys only.`,
        );
      return key.kept
        ? line('yes', `The private half of "${key.name}", an RSA key, decrypts the generated password.`)
        : line(
            'no',
            `The password is encrypted for "${key.name}", and nobody has its private half any more.`,
          );
  }
}
