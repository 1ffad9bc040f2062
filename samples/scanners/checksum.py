#!/usr/bin/env python3
"""Reads text, and prints the token values in it whose checksum is right: grep -rho 'gqt_[0-9A-Za-z_]*' . | samples/scanners/checksum.py"""
import re
import sys
import zlib

PATTERN = re.compile(r"[a-z][a-z0-9]{0,15}_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}")
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def checks_out(value):
    crc, text = zlib.crc32(value[:-6].encode()), ""
    for _ in range(6):
        crc, digit = divmod(crc, 62)
        text = DIGITS[digit] + text
    return text == value[-6:]


if __name__ == "__main__":
    for line in sys.stdin:
        for value in PATTERN.findall(line):
            if checks_out(value):
                print(value)
