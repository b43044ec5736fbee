/** Services that are known by name: the packages that bring them, and the ports on which they listen as they come. */
import type { Listener } from './actions';

export interface KnownService {
  /** Name of the unit, without `.service`. */
  readonly unit: string;
  /** Other names of the same unit. */
  readonly aliases?: readonly string[];
  readonly packages: readonly string[];
  readonly listens: readonly Listener[];
  /** With this package it listens on one more port. */
  readonly also?: { readonly package: string; readonly listener: Listener };
}

const tcp = (port: number, name: string): Listener => ({ protocol: 'tcp', port, name });

export const KNOWN_SERVICES: readonly KnownService[] = [
  {
    unit: 'httpd',
    packages: ['httpd', 'httpd24'],
    listens: [tcp(80, 'httpd')],
    also: { package: 'mod_ssl', listener: tcp(443, 'httpd') },
  },
  { unit: 'apache2', packages: ['apache2'], listens: [tcp(80, 'apache2')] },
  { unit: 'nginx', packages: ['nginx'], listens: [tcp(80, 'nginx')] },
  {
    unit: 'mysqld',
    aliases: ['mysql'],
    packages: ['mysql-server', 'mysql-community-server', 'mysql8.0-server', 'mysql8.4-server'],
    listens: [tcp(3306, 'mysqld')],
  },
  {
    unit: 'mariadb',
    packages: ['mariadb-server', 'mariadb', 'mariadb105-server', 'mariadb1011-server', 'mariadb105'],
    listens: [tcp(3306, 'mariadbd')],
  },
  {
    unit: 'postgresql',
    packages: [
      'postgresql-server',
      'postgresql',
      'postgresql15-server',
      'postgresql16-server',
      'postgresql17-server',
    ],
    listens: [tcp(5432, 'postgres')],
  },
  {
    unit: 'redis',
    aliases: ['redis6', 'redis-server'],
    packages: ['redis', 'redis6', 'redis-server'],
    listens: [tcp(6379, 'redis-server')],
  },
  { unit: 'memcached', packages: ['memcached'], listens: [tcp(11_211, 'memcached')] },
  {
    unit: 'tomcat',
    aliases: ['tomcat9', 'tomcat10'],
    packages: ['tomcat', 'tomcat9', 'tomcat10'],
    listens: [tcp(8080, 'tomcat')],
  },
  { unit: 'squid', packages: ['squid'], listens: [tcp(3128, 'squid')] },
  {
    unit: 'named',
    aliases: ['bind9'],
    packages: ['bind', 'bind9'],
    listens: [tcp(53, 'named'), { protocol: 'udp', port: 53, name: 'named' }],
  },
  { unit: 'vsftpd', packages: ['vsftpd'], listens: [tcp(21, 'vsftpd')] },
  { unit: 'sshd', aliases: ['ssh'], packages: ['openssh-server'], listens: [tcp(22, 'sshd')] },
  { unit: 'docker', packages: ['docker', 'docker.io', 'docker-ce'], listens: [] },
  { unit: 'amazon-ssm-agent', packages: ['amazon-ssm-agent'], listens: [] },
  { unit: 'amazon-cloudwatch-agent', packages: ['amazon-cloudwatch-agent'], listens: [] },
  { unit: 'chronyd', aliases: ['chrony'], packages: ['chrony'], listens: [] },
  { unit: 'crond', aliases: ['cron'], packages: ['cronie', 'cron'], listens: [] },
  { unit: 'haproxy', packages: ['haproxy'], listens: [] },
  { unit: 'php-fpm', packages: ['php-fpm', 'php8.2-fpm', 'php8.3-fpm'], listens: [] },
  // Windows: what a feature brings. https://learn.microsoft.com/en-us/iis/install/installing-iis-7/installing-iis-from-the-command-line
  { unit: 'W3SVC', packages: ['Web-Server', 'Web-WebServer'], listens: [tcp(80, 'W3SVC')] },
  {
    unit: 'DNS',
    packages: ['DNS'],
    listens: [tcp(53, 'DNS'), { protocol: 'udp', port: 53, name: 'DNS' }],
  },
  { unit: 'TermService', packages: [], listens: [tcp(3389, 'TermService')] },
];

const byName = new Map<string, KnownService>();
for (const service of KNOWN_SERVICES)
  for (const name of [service.unit, ...(service.aliases ?? [])]) byName.set(name.toLowerCase(), service);

/** `undefined`: not on the list. */
export const knownService = (name: string): KnownService | undefined =>
  byName.get(unitName(name).toLowerCase());

/** `httpd.service` is `httpd`. */
export const unitName = (name: string): string => name.replace(/\.service$/, '');

/** The services that come with a package. */
export const servicesOf = (packageName: string): readonly KnownService[] =>
  KNOWN_SERVICES.filter(({ packages }) => packages.includes(packageName));

/** What a service listens on, given what is installed. */
export function listenersOf(service: KnownService, installed: readonly string[]): readonly Listener[] {
  const { also } = service;
  return also && installed.includes(also.package) ? [...service.listens, also.listener] : service.listens;
}
