/** What two short tones are made of; a browser's AudioContext has all of it. */
let audio: AudioContext | null = null;

// A browser lets a page sound only after someone has touched it; asking before leaves a context that stays silent.
function context(): AudioContext | null {
  if (!('AudioContext' in globalThis)) return null;
  audio ??= new AudioContext();
  return audio;
}

function tone(on: AudioContext, frequency: number, from: number): void {
  const [oscillator, gain] = [on.createOscillator(), on.createGain()];
  oscillator.frequency.value = frequency;
  // Swells and fades: a tone that begins at full strength clicks.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(0.12, from + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, from + 0.22);
  oscillator.connect(gain).connect(on.destination);
  oscillator.start(from);
  oscillator.stop(from + 0.24);
}

/** Two short soft tones. Silent where the browser does not let this page sound. */
export async function chime(): Promise<void> {
  const on = context();
  if (!on) return;
  if (on.state === 'suspended') await on.resume();
  tone(on, 660, on.currentTime);
  tone(on, 880, on.currentTime + 0.14);
}
