/** What is made of what: images, snapshots, volumes. */
export const deriveText = {
  image: 'Create image',
  imageLive: 'Create image without a reboot',
  register: 'Register as image',
  snapshot: 'Create snapshot',
  volume: 'Create volume from it',
  copy: (region: string) => `Copy to ${region}`,
  encrypt: 'Copy encrypted',
  command: 'Create an image, a snapshot or a volume from what is selected',
  needs: 'Select an instance, a volume, a snapshot or an image first.',
};
