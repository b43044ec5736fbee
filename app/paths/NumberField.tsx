/** A whole number from 0 on, or nothing. */
interface NumberFieldProps {
  readonly label: string;
  /** The label stands beside it; otherwise only ears get it. */
  readonly shown?: boolean;
  readonly value: number | undefined;
  readonly most: number;
  readonly placeholder?: string;
  readonly onChange: (value: number | undefined) => void;
}

export function NumberField({ label, shown = false, value, most, placeholder, onChange }: NumberFieldProps) {
  return (
    <label className="inline-flex items-center gap-1.5">
      <span className={shown ? 'text-soft text-sm whitespace-nowrap' : 'sr-only'}>{label}</span>
      <input
        inputMode="numeric"
        value={value ?? ''}
        placeholder={placeholder}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '').slice(0, 5);
          onChange(digits === '' ? undefined : Math.min(most, Number(digits)));
        }}
        className="border-line bg-raised h-7 w-16 rounded-md border px-2 text-sm tabular-nums"
      />
    </label>
  );
}
