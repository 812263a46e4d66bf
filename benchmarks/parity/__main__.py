import sys

from benchmarks.parity.report import main

main(verbose="--verbose" in sys.argv[1:])
