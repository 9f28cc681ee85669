#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""seed.py clean|over|second: makes a domain controller in $LAB and fills it; called by lab.sh.

clean   a new forest FABRIKAM.EXAMPLE, as Microsoft's documentation wants a hybrid forest
over    the same forest with the sins of scenarios/over.txt; $LAB must hold clean
second  a new, small forest TAILSPIN.EXAMPLE
"""
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from directory import Directory  # noqa: E402
from scenarios import clean, over, second  # noqa: E402

lab = os.environ['LAB']
scenario = sys.argv[1]
folder = 'dc2' if scenario == 'second' else 'dc1'
directory = Directory('%s/%s/smb.conf' % (lab, folder))
{'clean': clean, 'over': over, 'second': second}[scenario].make(directory, lab)
directory.export_sids('%s/%s/sids' % (lab, folder))
directory.log('done')
