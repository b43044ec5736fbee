import { describe, expect, it } from 'vitest';
import { createBudget } from '../budget';
import { readWindows } from './sections';

const read = (text: string) => readWindows(text, createBudget());
const powershell = (text: string) => read(`<powershell>\n${text}\n</powershell>`)?.[0]?.steps ?? [];

describe('user data of Windows', () => {
  it('runs batch before PowerShell, and again at each boot if it persists', () => {
    const parts = read('<powershell>\nWrite-Host a\n</powershell>\n<script>\necho b\n</script>');
    expect(parts?.map(({ kind, frequency }) => `${kind} ${frequency}`)).toEqual([
      'batch once-per-instance',
      'powershell once-per-instance',
    ]);
    expect(parts?.map(({ steps }) => steps[0]?.line)).toEqual([5, 2]);
    expect(read('<script>\necho b\n</script><persist>true</persist>')?.[0]?.frequency).toBe('every-boot');
  });

  it('runs nothing outside of its tags', () => {
    expect(read('Write-Host a')).toBeUndefined();
    expect(read('<powershell>Write-Host a')).toBeUndefined();
  });

  it.each([
    ['Install-WindowsFeature -Name Web-Server -IncludeManagementTools', 'install-feature', []],
    ['Start-Service W3SVC', 'control-service', []],
    ['Invoke-WebRequest -Uri "https://example.com/a.msi" -OutFile C:\\a.msi', 'fetch-url', ['host']],
    ['Read-S3Object -BucketName my-bucket -Key a.zip -File C:\\a.zip', 'fetch-s3', ['s3-bucket']],
    ['aws s3 cp s3://my-bucket/a C:\\a', 'fetch-s3', ['s3-bucket']],
    ['Set-Content -Path C:\\inetpub\\wwwroot\\index.html -Value hello', 'write-file', []],
    ['Start-Sleep -Seconds 30', 'sleep', []],
    ['cfn-signal.exe --success true --stack s --resource r --region us-east-1', 'signal-ready', ['aws-api']],
    ['Write-Output "ec2-playground: ready"', 'signal-ready', []],
    ['Restart-Computer -Force', 'not-simulated', []],
    ['Start-Service $name', 'not-simulated', []],
  ])('%s', (text, kind, needs) => {
    expect(powershell(text)).toHaveLength(1);
    expect(powershell(text)[0]?.action.kind).toBe(kind);
    expect(powershell(text)[0]?.needs.map((need) => need.kind)).toEqual(needs);
  });

  it('shows a block as one step', () => {
    const steps = powershell('if ($x) {\n  Write-Host a\n}\nWrite-Host b');
    expect(steps.map(({ line, action }) => `${line} ${action.kind}`)).toEqual(['2 not-simulated', '5 print']);
  });
});
