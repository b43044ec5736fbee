/** From one path to the whole document: the matrix and the exposure overlay. */
import { Grid3x3 } from 'lucide-react';
import { showMatrix } from '../commands/show-matrix';
import { showKeys } from '../commands/keys';
import { switchExposure } from '../commands/switch-exposure';
import { useView } from '../state/hooks';
import { everythingWords as words } from '../strings/en/everything';
import { MenuButton } from '../ui/MenuButton';

export function EverythingMenu() {
  const exposed = useView((state) => state.overlay === 'exposure');
  return (
    <MenuButton
      label={words.menu}
      look="plain"
      icon={<Grid3x3 size={15} aria-hidden />}
      entries={() => [
        {
          label: words.matrix,
          hint: words.matrixHint,
          run: showMatrix.run,
          keys: showKeys(showMatrix.keys[0] ?? ''),
        },
        {
          label: words.exposure,
          hint: words.exposureHint,
          run: switchExposure.run,
          keys: showKeys(switchExposure.keys[0] ?? ''),
          checked: exposed,
        },
      ]}
    >
      <span className="wide-only">{words.menu}</span>
    </MenuButton>
  );
}
