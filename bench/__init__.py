"""Speed and memory, as ratios in one run. Never asserted in a test: machines differ and are noisy."""
