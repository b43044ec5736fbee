import { describe, expect, it } from 'vitest';
import type { Metadata, MetadataOptions } from './metadata';
import { metadataPaths } from './metadata-paths';
import { metadataQuestions } from './metadata-questions';
import { metadataTree } from './metadata-tree';
import { requestMetadata, type MetadataRequest, type MetadataResponse } from './request-metadata';

const METADATA: Metadata = {
  accountId: '111122223333',
  instanceId: 'i-0abc',
  instanceType: 'm5.large',
  imageId: 'ami-1',
  reservationId: 'r-0abc',
  architecture: 'x86_64',
  lifeCycle: 'on-demand',
  pendingTime: '2026-01-01T00:00:00Z',
  interfaces: [
    {
      macAddress: '0a:1b:00:00:00:01',
      deviceNumber: 0,
      interfaceId: 'eni-1',
      localHostname: 'ip-10-0-1-5.ec2.internal',
      localIpv4s: ['10.0.1.5', '10.0.1.6'],
      publicIpv4s: [],
      ipv6s: [],
      groups: [
        { id: 'sg-1', name: 'web' },
        { id: 'sg-2', name: 'admin' },
      ],
      subnetId: 'subnet-1',
      subnetIpv4: '10.0.1.0/24',
      vpcId: 'vpc-1',
      vpcIpv4s: ['10.0.0.0/16', '10.1.0.0/16'],
      vpcIpv6s: [],
    },
  ],
  placement: { region: 'us-east-1', availabilityZone: 'us-east-1a', availabilityZoneId: 'use1-az4' },
  blockDevices: { root: '/dev/xvda', ebs: ['/dev/sdf'], ephemeral: [] },
};
const OPTIONS: MetadataOptions = {
  instanceId: 'i-0abc',
  httpEndpoint: 'enabled',
  httpTokens: 'optional',
  hopLimit: 1,
  ipv6Endpoint: 'disabled',
  nitro: true,
};

const treeOf = (changes: Partial<Metadata> = {}) => metadataTree(metadataPaths({ ...METADATA, ...changes }));
const read = (path: string, changes: Partial<Metadata> = {}): MetadataResponse =>
  requestMetadata(OPTIONS, treeOf(changes), { method: 'GET', path: `/latest/${path}` });
const ask = (request: MetadataRequest, options: Partial<MetadataOptions> = {}): MetadataResponse =>
  requestMetadata({ ...OPTIONS, ...options }, treeOf(), request);

const ID = { method: 'GET', path: '/latest/meta-data/instance-id' } as const;
const put = (ttl: string | undefined, more: Partial<MetadataRequest> = {}): MetadataRequest => ({
  method: 'PUT',
  path: '/latest/api/token',
  headers: ttl === undefined ? {} : { 'X-aws-ec2-metadata-token-ttl-seconds': ttl },
  ...more,
});
const withToken = (token: string, at = 0): MetadataRequest => ({
  ...ID,
  headers: { 'x-AWS-ec2-metadata-token': token },
  at,
});

describe('the tree of metadata', () => {
  it.each([
    ['meta-data/ami-id', 'ami-1'],
    ['meta-data/ami-launch-index', '0'],
    ['meta-data/block-device-mapping/ami', 'xvda'],
    ['meta-data/block-device-mapping/ebs1', 'sdf'],
    ['meta-data/block-device-mapping/root', '/dev/xvda'],
    ['meta-data/events/maintenance/history', '[]'],
    ['meta-data/events/maintenance/scheduled', '[]'],
    ['meta-data/hostname', 'ip-10-0-1-5.ec2.internal'],
    ['meta-data/instance-action', 'none'],
    ['meta-data/instance-id', 'i-0abc'],
    ['meta-data/instance-life-cycle', 'on-demand'],
    ['meta-data/instance-type', 'm5.large'],
    ['meta-data/local-hostname', 'ip-10-0-1-5.ec2.internal'],
    ['meta-data/local-ipv4', '10.0.1.5'],
    ['meta-data/mac', '0a:1b:00:00:00:01'],
    ['meta-data/network/interfaces/macs/0a:1b:00:00:00:01/device-number', '0'],
    ['meta-data/network/interfaces/macs/0a:1b:00:00:00:01/interface-id', 'eni-1'],
    ['meta-data/network/interfaces/macs/0a:1b:00:00:00:01/local-ipv4s', '10.0.1.5\n10.0.1.6'],
    ['meta-data/network/interfaces/macs/0a:1b:00:00:00:01/security-group-ids', 'sg-1\nsg-2'],
    ['meta-data/network/interfaces/macs/0a:1b:00:00:00:01/subnet-id', 'subnet-1'],
    ['meta-data/network/interfaces/macs/0a:1b:00:00:00:01/subnet-ipv4-cidr-block', '10.0.1.0/24'],
    ['meta-data/network/interfaces/macs/0a:1b:00:00:00:01/vpc-id', 'vpc-1'],
    ['meta-data/network/interfaces/macs/0a:1b:00:00:00:01/vpc-ipv4-cidr-blocks', '10.0.0.0/16\n10.1.0.0/16'],
    ['meta-data/placement/availability-zone', 'us-east-1a'],
    ['meta-data/placement/availability-zone-id', 'use1-az4'],
    ['meta-data/placement/region', 'us-east-1'],
    ['meta-data/reservation-id', 'r-0abc'],
    ['meta-data/security-groups', 'web\nadmin'],
  ])('has %s', (path, text) => {
    expect(read(path)).toEqual({ status: 200, body: text });
  });

  it.each([
    'autoscaling/target-lifecycle-state',
    'block-device-mapping/ephemeral0',
    'events/recommendations/rebalance',
    'iam/info',
    'iam/security-credentials/',
    'placement/group-name',
    'placement/host-id',
    'placement/partition-number',
    'public-hostname',
    'public-ipv4',
    'public-keys/0/openssh-key',
    'spot/instance-action',
    'spot/termination-time',
    'tags/instance',
  ])('answers 404 for meta-data/%s where it does not apply', (path) => {
    expect(read(`meta-data/${path}`)).toEqual({ status: 404, body: '' });
  });

  it('lists what there is below, folders with a slash', () => {
    expect(read('').body).toBe('dynamic/\nmeta-data/');
    expect(read('meta-data/events').body).toBe('maintenance/');
    expect(read('meta-data/placement/').body).toBe('availability-zone\navailability-zone-id\nregion');
  });

  it('names the key, and lists keys with their names', () => {
    const changes = { key: { name: 'my-key', type: 'rsa' } } as const;
    expect(read('meta-data/public-keys/', changes).body).toBe('0=my-key');
    expect(read('meta-data/public-keys/0/openssh-key', changes).body).toMatch(/^ssh-rsa .* my-key$/);
  });

  it('tells of the role and its credentials, which are no secret here', () => {
    const changes = { role: 'web-role' };
    expect(read('meta-data/iam/security-credentials/', changes).body).toBe('web-role');
    expect(JSON.parse(read('meta-data/iam/info', changes).body)).toMatchObject({
      Code: 'Success',
      InstanceProfileArn: 'arn:aws:iam::111122223333:instance-profile/web-role',
    });
    expect(read('meta-data/iam/security-credentials/web-role', changes).body).toContain('(not simulated)');
  });

  it('announces maintenance by its calendar date', () => {
    const announcement = {
      code: 'system-reboot',
      eventId: 'instance-event-0abc',
      notBefore: '02 Jan 2026 00:00:00 GMT',
    };
    expect(JSON.parse(read('meta-data/events/maintenance/scheduled', { announcement }).body)).toEqual([
      {
        NotBefore: '02 Jan 2026 00:00:00 GMT',
        Code: 'system-reboot',
        Description: 'scheduled reboot',
        EventId: 'instance-event-0abc',
        State: 'active',
      },
    ]);
  });

  it('gives a Spot notice, with a termination time only where it ends in termination', () => {
    const time = '2026-01-01T00:12:00Z';
    const ends = { interruption: { action: 'terminate', time } } as const;
    const stops = { interruption: { action: 'stop', time } } as const;
    expect(JSON.parse(read('meta-data/spot/instance-action', ends).body)).toEqual({
      action: 'terminate',
      time,
    });
    expect(read('meta-data/spot/termination-time', ends).body).toBe(time);
    expect(read('meta-data/spot/instance-action', stops).status).toBe(200);
    expect(read('meta-data/spot/termination-time', stops).status).toBe(404);
  });

  it('has tags and user data where there are any', () => {
    expect(read('meta-data/tags/instance/', { tags: { Name: 'web', stage: 'test' } }).body).toBe(
      'Name\nstage',
    );
    expect(read('meta-data/tags/instance/stage', { tags: { Name: 'web', stage: 'test' } }).body).toBe('test');
    expect(read('user-data').status).toBe(404);
    expect(read('user-data', { userData: '#!/bin/sh\n' }).body).toBe('#!/bin/sh\n');
  });

  it('has an identity document with the keys of AWS', () => {
    const document = JSON.parse(read('dynamic/instance-identity/document').body) as object;
    expect(document).toMatchObject({
      accountId: '111122223333',
      instanceId: 'i-0abc',
      pendingTime: '2026-01-01T00:00:00Z',
      privateIp: '10.0.1.5',
      version: '2017-09-30',
    });
    expect(Object.keys(document)).toHaveLength(15);
  });
});

describe('a request for metadata', () => {
  it('of version 1 needs no token while tokens are optional', () => {
    expect(ask(ID)).toEqual({ status: 200, body: 'i-0abc' });
    expect(ask(ID, { httpTokens: 'required' })).toEqual({ status: 401, body: '' });
  });

  it('of version 2 brings its token along', () => {
    const { status, body } = ask(put('60'), { httpTokens: 'required' });
    expect(status).toBe(200);
    expect(ask(withToken(body), { httpTokens: 'required' })).toEqual({ status: 200, body: 'i-0abc' });
  });

  it('with a token that ran out, of another instance or that is none gets 401, optional or not', () => {
    const token = ask(put('60')).body;
    expect(ask(withToken(token, 59_999)).status).toBe(200);
    expect(ask(withToken(token, 60_000)).status).toBe(401);
    expect(ask(withToken(token), { instanceId: 'i-0def' }).status).toBe(401);
    expect(ask(withToken('')).status).toBe(401);
  });

  it.each([undefined, '', '0', '21601', '-1', '1.5', 'abc', '999999999'])(
    'for a token of %s seconds is refused with 400',
    (ttl) => {
      expect(ask(put(ttl))).toEqual({ status: 400, body: '' });
    },
  );

  it.each(['1', '21600'])('for a token of %s seconds is granted', (ttl) => {
    expect(ask(put(ttl)).status).toBe(200);
  });

  it('by PUT that a proxy forwarded is refused', () => {
    const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': '60', 'x-forwarded-for': '203.0.113.7' };
    expect(ask({ method: 'PUT', path: '/latest/api/token', headers }).status).toBe(403);
    expect(ask({ ...ID, headers: { 'X-Forwarded-For': '203.0.113.7' } }).status).toBe(200);
  });

  it('by PUT for anything else finds nothing', () => {
    expect(ask(put('60', { path: '/latest/meta-data/' })).status).toBe(404);
  });

  it('by PUT from behind a bridge is answered only where two hops are allowed', () => {
    expect(ask(put('60', { hops: 2 }))).toEqual({ status: 'no answer', body: '' });
    expect(ask(put('60', { hops: 2 }), { hopLimit: 2 }).status).toBe(200);
    expect(ask(put('bad', { hops: 2 })).status).toBe('no answer');
    expect(ask({ ...ID, hops: 2 }).status).toBe(200);
  });

  it('is forbidden where the endpoint is switched off', () => {
    expect(ask(ID, { httpEndpoint: 'disabled' })).toEqual({ status: 403, body: '' });
    expect(ask(put('60'), { httpEndpoint: 'disabled' })).toEqual({ status: 403, body: '' });
  });

  it('by IPv6 is answered on Nitro where it is switched on', () => {
    expect(ask({ ...ID, family: 6 }).status).toBe('no answer');
    expect(ask({ ...ID, family: 6 }, { ipv6Endpoint: 'enabled' }).status).toBe(200);
    expect(ask({ ...ID, family: 6 }, { ipv6Endpoint: 'enabled', nitro: false }).status).toBe('no answer');
  });

  it('outside of /latest finds nothing; the root lists it', () => {
    expect(ask({ method: 'GET', path: '/' }).body).toBe('latest');
    expect(ask({ method: 'GET', path: '/elsewhere' }).status).toBe(404);
    expect(ask({ method: 'GET', path: '/latest/meta-data/instance-id/more' }).status).toBe(404);
  });
});

describe('ways of asking', () => {
  const statuses = (changes: Partial<MetadataOptions>) =>
    metadataQuestions({ ...OPTIONS, ...changes }, treeOf()).map(({ status }) => status);

  it.each([
    ['as by default', {}, [200, 200, 401, 403, 200, 'no answer', 'no answer']],
    ['with tokens required', { httpTokens: 'required' }, [401, 200, 401, 403, 401, 'no answer', 'no answer']],
    ['with two hops', { hopLimit: 2 }, [200, 200, 401, 403, 200, 200, 'no answer']],
    ['with IPv6', { ipv6Endpoint: 'enabled' }, [200, 200, 401, 403, 200, 'no answer', 200]],
    ['switched off', { httpEndpoint: 'disabled' }, [403, 403, 403, 403, 403, 403, 'no answer']],
  ] as const)('%s end so', (_name, changes, expected) => {
    expect(statuses(changes)).toEqual(expected);
  });

  it('say why in the words of the setting', () => {
    const reason = (index: number, changes: Partial<MetadataOptions>) =>
      metadataQuestions({ ...OPTIONS, ...changes }, treeOf())[index]?.reason;
    expect(reason(0, { httpTokens: 'required' })).toContain('"required"');
    expect(reason(5, {})).toContain('httpPutResponseHopLimit');
    expect(reason(5, { httpEndpoint: 'disabled' })).toBe('The metadata endpoint is switched off.');
    expect(reason(6, { nitro: false })).toContain('Nitro');
  });
});
