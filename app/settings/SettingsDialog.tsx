/** What a person wants of the page. Kept in this browser, never in a document. */
import { useId, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { FrameDialog } from '../frame/FrameDialog';
import { useView } from '../state/hooks';
import { DEFAULT_PREFERENCES, LANGUAGES, preferencesStore, setPreferences } from '../state/preferences';
import { announce, setView, THEMES } from '../state/view-store';
import { frame } from '../strings';
import { chooseLanguage } from '../strings/language';
import { settingsText as text } from '../strings/en/settings';
import { Button } from '../ui/Button';
import './settings.css';

const SWITCHES = ['letterKeys', 'snapping', 'grid', 'motion'] as const;

export default function SettingsDialog() {
  const preferences = useStore(preferencesStore);
  const theme = useView((state) => state.theme);
  return (
    <FrameDialog title={text.title}>
      <div className="settings">
        <Choice
          label={frame.theme}
          value={theme}
          options={THEMES.map((option) => [option, frame.themes[option]] as const)}
          onChoose={(next) => setView({ theme: next })}
        />
        <Choice
          label={text.language}
          help={text.languageHelp}
          value={preferences.language}
          options={LANGUAGES.map((option) => [option, text.languages[option]] as const)}
          onChoose={(next) => void chooseLanguage(next)}
        />
        {SWITCHES.map((key) => (
          <Switch
            key={key}
            label={text.switches[key].label}
            help={text.switches[key].help}
            on={preferences[key]}
            onChange={(on) => setPreferences({ [key]: on })}
          />
        ))}
        <div className="settings-foot">
          <p>{text.kept}</p>
          <Button
            onClick={() => {
              setView({ theme: 'system' });
              setPreferences({ ...DEFAULT_PREFERENCES, language: preferences.language });
              // The page is drawn again with it, so the words go first.
              void chooseLanguage(DEFAULT_PREFERENCES.language);
              announce(text.wasReset);
            }}
          >
            {text.reset}
          </Button>
        </div>
      </div>
    </FrameDialog>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly help?: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className="settings-row">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        aria-describedby={props.help === undefined ? undefined : `${id}-help`}
        onChange={(event) => {
          const chosen = props.options.find(([option]) => option === event.target.value);
          if (chosen) props.onChoose(chosen[0]);
        }}
      >
        {props.options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
      {props.help !== undefined && <Help id={`${id}-help`}>{props.help}</Help>}
    </div>
  );
}

function Switch(props: {
  readonly label: string;
  readonly help: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="settings-row">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={props.on}
        aria-describedby={`${id}-help`}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <Help id={`${id}-help`}>{props.help}</Help>
    </div>
  );
}

function Help({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="settings-help">
      {children}
    </p>
  );
}
