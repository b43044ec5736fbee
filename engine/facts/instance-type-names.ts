/**
 * The names of all instance types with vCPUs and memory, small enough for the page's type picker.
 * Everything else about a type is in `instance-types.ts`, which the page must not load. A test compares the two.
 * From DescribeInstanceTypes as of 2026-08-02; see `data/SOURCES.md`.
 */
/** `family: size vCPUs GiB, …` */
const TABLE = `
a1: medium 1 2, large 2 4, xlarge 4 8, 4xlarge 16 32, metal 16 32
t2: nano 1 0.5, micro 1 1, small 1 2, medium 2 4, large 2 8, xlarge 4 16, 2xlarge 8 32
t3: nano 2 0.5, micro 2 1, small 2 2, medium 2 4, large 2 8, xlarge 4 16, 2xlarge 8 32
t3a: nano 2 0.5, micro 2 1, small 2 2, medium 2 4, large 2 8, xlarge 4 16, 2xlarge 8 32
t4g: nano 2 0.5, micro 2 1, small 2 2, medium 2 4, large 2 8, xlarge 4 16, 2xlarge 8 32
m4: large 2 8, xlarge 4 16, 2xlarge 8 32, 4xlarge 16 64, 10xlarge 40 160, 16xlarge 64 256
m5: large 2 8, xlarge 4 16, 2xlarge 8 32, 4xlarge 16 64, 8xlarge 32 128, 12xlarge 48 192, 16xlarge 64 256, 24xlarge 96 384, metal 96 384
m5d: large 2 8, xlarge 4 16, 4xlarge 16 64, metal 96 384
m6i: large 2 8, xlarge 4 16, 4xlarge 16 64, 32xlarge 128 512, metal 128 512
m6g: medium 1 4, large 2 8, xlarge 4 16, 4xlarge 16 64, 16xlarge 64 256, metal 64 256
m7i: large 2 8, xlarge 4 16, 4xlarge 16 64, 48xlarge 192 768, metal-24xl 96 384
m7g: medium 1 4, large 2 8, xlarge 4 16, 4xlarge 16 64, 16xlarge 64 256
m8g: large 2 8, 4xlarge 16 64
c4: large 2 3.75, xlarge 4 7.5, 2xlarge 8 15, 4xlarge 16 30, 8xlarge 36 60
c5: large 2 4, xlarge 4 8, 2xlarge 8 16, 4xlarge 16 32, 9xlarge 36 72, 12xlarge 48 96, 18xlarge 72 144, 24xlarge 96 192, metal 96 192
c5n: large 2 5.25, xlarge 4 10.5, 4xlarge 16 42, 9xlarge 36 96, 18xlarge 72 192
c6g: medium 1 2, large 2 4, xlarge 4 8, 16xlarge 64 128
c6gn: large 2 4, 4xlarge 16 32, 16xlarge 64 128
c6i: large 2 4, xlarge 4 8, 4xlarge 16 32, 32xlarge 128 256
c7g: medium 1 2, large 2 4, xlarge 4 8, 16xlarge 64 128
c7i: large 2 4, xlarge 4 8, 4xlarge 16 32, 48xlarge 192 384
c8g: large 2 4
r4: large 2 15.25, xlarge 4 30.5, 2xlarge 8 61, 4xlarge 16 122, 8xlarge 32 244, 16xlarge 64 488
r5: large 2 16, xlarge 4 32, 2xlarge 8 64, 4xlarge 16 128, 8xlarge 32 256, 12xlarge 48 384, 16xlarge 64 512, 24xlarge 96 768, metal 96 768
r6g: large 2 16, xlarge 4 32, 16xlarge 64 512
r6i: large 2 16, xlarge 4 32, 32xlarge 128 1024
r7g: large 2 16, xlarge 4 32, 16xlarge 64 512
r7i: large 2 16, xlarge 4 32, 48xlarge 192 1536
r8g: large 2 16
x1: 16xlarge 64 976, 32xlarge 128 1952
x1e: xlarge 4 122, 32xlarge 128 3904
x2gd: medium 1 16, 16xlarge 64 1024
x2idn: 16xlarge 64 1024, 32xlarge 128 2048
x2iedn: xlarge 4 128, 32xlarge 128 4096
z1d: large 2 16, 12xlarge 48 384
p2: xlarge 4 61, 8xlarge 32 488, 16xlarge 64 732
p3: 2xlarge 8 61, 8xlarge 32 244, 16xlarge 64 488
p3dn: 24xlarge 96 768
p4d: 24xlarge 96 1152
p5: 4xlarge 16 256, 48xlarge 192 2048
g3: 4xlarge 16 122, 8xlarge 32 244, 16xlarge 64 488
g3s: xlarge 4 30.5
g4dn: xlarge 4 16, 2xlarge 8 32, 4xlarge 16 64, 8xlarge 32 128, 12xlarge 48 192, 16xlarge 64 256, metal 96 384
g4ad: xlarge 4 16, 4xlarge 16 64
g5: xlarge 4 16, 2xlarge 8 32, 12xlarge 48 192, 24xlarge 96 384, 48xlarge 192 768
g6: xlarge 4 16, 12xlarge 48 192
i3: large 2 15.25, xlarge 4 30.5, 2xlarge 8 61, 4xlarge 16 122, 8xlarge 32 244, 16xlarge 64 488, metal 72 512
i3en: large 2 16, xlarge 4 32, 6xlarge 24 192, 24xlarge 96 768, metal 96 768
i4i: large 2 16, xlarge 4 32, 16xlarge 64 512, 32xlarge 128 1024
im4gn: large 2 8, xlarge 4 16, 16xlarge 64 256
d2: xlarge 4 30.5, 2xlarge 8 61, 4xlarge 16 122, 8xlarge 36 244
d3: xlarge 4 32, 2xlarge 8 64, 4xlarge 16 128, 8xlarge 32 256
h1: 2xlarge 8 32, 4xlarge 16 64, 8xlarge 32 128, 16xlarge 64 256
inf1: xlarge 4 8, 2xlarge 8 16, 6xlarge 24 48, 24xlarge 96 192
inf2: xlarge 4 16, 8xlarge 32 128, 24xlarge 96 384, 48xlarge 192 768
trn1: 2xlarge 8 32, 32xlarge 128 512
hpc6a: 48xlarge 96 384
hpc7g: 4xlarge 16 128, 8xlarge 32 128, 16xlarge 64 128
`;

export interface InstanceTypeName {
  readonly type: string;
  readonly vCpus: number;
  readonly memoryGib: number;
}

export const INSTANCE_TYPE_NAMES: readonly InstanceTypeName[] = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [family = '', sizes = ''] = line.split(': ');
    return sizes.split(', ').map((text) => {
      const [size = '', vCpus, memoryGib] = text.split(' ');
      return { type: `${family}.${size}`, vCpus: Number(vCpus), memoryGib: Number(memoryGib) };
    });
  });
