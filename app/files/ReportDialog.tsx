/** After an import: what could not be held and what to know, never silent. */
import { Info, TriangleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import { closeDialog, FrameDialog } from '../frame/FrameDialog';
import { files as text } from '../strings';
import { Button } from '../ui/Button';
import { openedStore } from './opened-store';

export function ReportDialog() {
  const report = useStore(openedStore, (state) => state.report);
  const lines = report?.lines ?? [];
  const groups = [
    { severity: 'warning' as const, title: text.warnings },
    { severity: 'info' as const, title: text.notes },
  ];
  return (
    <FrameDialog title={text.reportTitle} wide>
      {report && <p className="text-sm">{text.reportIntro(report.title, report.count)}</p>}
      {lines.length === 0 && <p className="text-sm">{text.reportNothing}</p>}
      {groups.map(({ severity, title }) => {
        const own = lines.filter((line) => line.severity === severity);
        if (own.length === 0) return null;
        const Icon = severity === 'warning' ? TriangleAlert : Info;
        return (
          <section key={severity} className="pt-4">
            <h3 className="flex items-center gap-1.5 pb-1 text-sm font-semibold">
              <Icon aria-hidden size={15} className={severity === 'warning' ? 'text-warn' : 'text-accent'} />
              {title(own.length)}
            </h3>
            <ul className="divide-line divide-y">
              {own.map((line, index) => (
                <li key={index} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-1.5 text-sm">
                  <span lang="en" className="break-words">
                    {line.message}
                  </span>
                  <span className="text-soft max-w-56 text-xs break-words">
                    {line.where}
                    {line.count !== undefined && line.count > 1 ? ` · ${text.times(line.count)}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <div className="pt-4 text-right">
        <Button look="primary" autoFocus className="px-3" onClick={closeDialog}>
          {text.close}
        </Button>
      </div>
    </FrameDialog>
  );
}
