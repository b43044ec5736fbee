export const everythingWords = {
  menu: 'Everything',
  menuHint: 'The whole document at once: matrix and exposure',
  matrix: 'Matrix …',
  matrixHint: 'What everything may send to everything',
  exposure: 'Exposure',
  exposureHint: 'What the internet reaches, and what reaches the internet',
} as const;
