#!/usr/bin/env python3
"""What a screen reader reads of a PDF, in its order, is what the document says in its order.

usage: reading.py DUMP PDF

DUMP is the output of `attache ... --dump doc`. The structure tree of the PDF is read twice, by other
programs than ours: here, from what qpdf unpacks, with /ActualText, /Alt, /Lang and ReversedChars as
ISO 32000-1 has them; and, where the document is short (it takes the square of the pages), by poppler's
`pdfinfo -struct-text`. Each gives a list of roles and texts, which must be that of the dump. White
space is folded, hyphens at line ends are joined, and page numbers are numbers.
"""
import re
import subprocess
import sys

POPPLER_PAGES = 4
INLINE = {"Link", "Span", "Reference", "Lbl", "LBody"}  # their text belongs to the element around
SECTIONS = {"Document", "Part", "Sect", "Index"}  # a link in one of these stands by itself
GROUPS = {"THead", "TBody", "Document"}  # the dump has no lines for them
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+")


class Entry:
    def __init__(self, role, language="", alt=""):
        self.role, self.language, self.alt, self.text = role, language, alt, ""

    def folded(self):
        text = re.sub("\u00ad\\s*", "", self.text)
        text = re.sub(r"\*|\s", "", text.replace("\u2010", "-").replace("\u2011", "-"))
        return (self.role, self.alt, text)


# ---- the dump ----

LINE = re.compile(r'^( *)([A-Z][A-Za-z0-9]*)((?: \w+(?:="(?:[^"\\]|\\.)*")?(?:=\w+)?)*)(?: \[(.*?)\](?=:|$))?(?:: (.*))?$')


def plain(text):
    text = re.sub(r" <[^<>]*>", "", text)
    text = re.sub(r"\{note ([^}]*)\}", r"\1", text)
    text = re.sub(r"\{page of [^}]*\}", "\0", text)
    return re.sub(r"\{(break|leader|in [^}]*)\}", " ", text)


def attribute(attributes, name):
    found = re.search(r' %s="((?:[^"\\]|\\.)*)"' % name, attributes)
    return re.sub(r"\\(.)", r"\1", found[1]) if found else ""


def read_dump(path):
    entries, items, artifact = [], {}, None
    for line in open(path, encoding="utf-8").read().split("\n"):
        found = LINE.match(line)
        if not found or (not line.startswith(" ") and found[2] not in ("Part", "Sect")):
            continue
        indent, role, attributes, label, text = found.groups()
        if artifact is not None and len(indent) > artifact:
            continue
        artifact = len(indent) if role == "Artifact" else None
        if role in ("Artifact", "NonStruct") or role in INLINE - {"Link"}:  # these have no element
            continue
        entry = Entry(role, attribute(attributes, "language"), attribute(attributes, "alt"))
        entry.text = plain(text or "")
        entries.append(entry)
        items[len(indent)] = entry
        item = items.get(len(indent) - 4)  # around the LBody of an item of several blocks
        labelled = item if role == "P" and item and item.role == "LI" else entry
        labelled.text = plain(label or "") + labelled.text
    return entries


# ---- the structure tree, as a tree of (role, language, alt, kids) with texts among the kids ----

def flatten(tree, entries, inside=None, around=""):
    role, language, alt, kids = tree
    inline = role in INLINE and not (role == "Link" and around in SECTIONS)
    merged = inline or (inside is not None and inside.role == "Note" and role == "P")
    entry = inside
    if not merged and role not in GROUPS:
        entry = Entry(role, language, alt)
        entries.append(entry)
    for kid in kids:
        if isinstance(kid, str):
            entry.text += kid
        else:
            flatten(kid, entries, entry, role)
    return entries


def poppler(path):
    said = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
    stack = [(-1, ("", "", "", []))]
    text = said.stdout.decode("utf-8", "replace")
    for indent, rest in re.findall(r'^( *)("(?:.|\n)*?"$|\S.*$)', text, re.M):
        depth = len(indent)
        while stack[-1][0] >= depth:
            stack.pop()
        kids = stack[-1][1][3]
        if rest.startswith('"'):
            kids.append(rest[1:-1])
        elif not rest.startswith(("Object ", "/")):
            tree = (re.match(r"\w+", rest)[0], "", "", [])
            kids.append(tree)
            stack.append((depth, tree))
    return stack[0][1][3][0]


# ---- what qpdf unpacks ----

TOKEN = re.compile(rb"\s*(<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|/[^\s<>\[\]()/%]*|\(|[^\s<>\[\]()/%]+)")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Name(str):
    pass


class Reference(int):
    pass


def literal(data, at):
    out, depth = bytearray(), 1
    while True:
        byte = data[at:at + 1]
        if byte == b"\\":
            octal = re.compile(rb"[0-7]{1,3}").match(data, at + 1)
            after = data[at + 1:at + 2]
            if octal:
                out.append(int(octal[0], 8) & 255)
                at = octal.end()
                continue
            out += b"" if after == b"\n" else ESCAPES.get(after, after)
            at += 2
            continue
        depth += (byte == b"(") - (byte == b")")
        at += 1
        if depth == 0:
            return bytes(out), at
        out += byte


def tokens(data, at=0):
    """Values and, as str, operators; brackets stand for themselves."""
    while True:
        found = TOKEN.match(data, at)
        if not found:
            return
        word, at = found[1], found.end()
        if word == b"(":
            value, at = literal(data, at)
            yield value
        elif word.startswith(b"/"):
            yield Name(re.sub(rb"#(..)", lambda m: bytes.fromhex(m[1].decode()), word[1:]).decode("latin-1"))
        elif word.startswith(b"<") and word != b"<<":
            digits = re.sub(rb"\s", b"", word[1:-1]).decode()
            yield bytes.fromhex(digits + "0" * (len(digits) % 2))
        elif re.fullmatch(rb"[+-]?\d+", word):
            yield int(word)
        elif re.fullmatch(rb"[+-]?\d*\.\d*", word):
            yield float(word)
        else:
            yield word.decode("latin-1")


def value(stream, token):
    if token == "<<" and not isinstance(token, Name):
        items = []
        for inner in stream:
            if inner == ">>" and not isinstance(inner, Name):
                break
            if inner == "R" and not isinstance(inner, Name):
                items[-2:] = [Reference(items[-2])]
            else:
                items.append(value(stream, inner))
        return dict(zip(items[::2], items[1::2]))
    if token == "[" and not isinstance(token, Name):
        items = []
        for inner in stream:
            if inner == "]" and not isinstance(inner, Name):
                return items
            if inner == "R" and not isinstance(inner, Name):
                items[-2:] = [Reference(items[-2])]
            else:
                items.append(value(stream, inner))
    return token


def string(data):
    if data is None:
        return ""
    return data[2:].decode("utf-16-be") if data[:2] == b"\xfe\xff" else data.decode("latin-1")


class File:
    def __init__(self, path):
        run = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"],
                             capture_output=True, check=True)
        self.data = run.stdout
        self.at = {int(m[1]): m.end() for m in re.finditer(rb"^(\d+) 0 obj\n", self.data, re.M)}
        self.known, self.pages, self.maps = {}, {}, {}

    def get(self, thing):
        while isinstance(thing, Reference):
            if thing not in self.known:
                stream = tokens(self.data, self.at[thing])
                self.known[thing] = value(stream, next(stream))
            thing = self.known[thing]
        return thing

    def stream(self, reference):
        start = self.data.index(b"stream\n", self.at[reference]) + 7
        return self.data[start:start + self.get(self.get(reference)["Length"])]

    def meanings(self, font):
        if font not in self.maps:
            table, cmap = {}, self.stream(self.get(font)["ToUnicode"])
            number = rb"<([0-9A-Fa-f]+)>\s*"
            for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
                for code, text in re.findall(number * 2, block):
                    table[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
            for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
                for first, last, text in re.findall(number * 3, block):
                    for code in range(int(first, 16), int(last, 16) + 1):
                        table[code] = chr(int(text, 16) + code - int(first, 16))
            self.maps[font] = table
        return self.maps[font]

    def content(self, page):
        """Text by MCID."""
        if page in self.pages:
            return self.pages[page]
        fonts = self.get(self.get(self.get(page)["Resources"]).get("Font", {}))
        texts, open_ones, operands, table = {}, [], [], {}
        stream = tokens(self.stream(self.get(page)["Contents"]))
        for token in stream:
            if isinstance(token, (Name, bytes, int, float)) or token in ("<<", "["):
                operands.append(value(stream, token))
                continue
            if not re.fullmatch(r"[A-Za-z'\"*]+\d?", token):
                continue
            if token == "Tf":
                table = self.meanings(fonts[operands[-2]])
            elif token in ("BDC", "BMC"):
                marked = operands[-1] if isinstance(operands[-1], dict) else {}
                open_ones.append((operands[0], marked))
                if "MCID" in marked:
                    texts[marked["MCID"]] = [string(marked.get("ActualText"))]
            elif token == "EMC":
                tag, marked = open_ones.pop()
                if tag == "ReversedChars":
                    texts[marked["MCID"]].reverse()
            elif token in ("TJ", "Tj") and open_ones and "MCID" in open_ones[-1][1]:
                strings = operands[-1] if token == "TJ" else [operands[-1]]
                codes = b"".join(s for s in strings if isinstance(s, bytes))
                if "ActualText" not in open_ones[-1][1]:
                    texts[open_ones[-1][1]["MCID"]] += [
                        table[codes[i] << 8 | codes[i + 1]] for i in range(0, len(codes), 2)]
            operands = []
        self.pages[page] = {mcid: "".join(text) for mcid, text in texts.items()}
        return self.pages[page]

    def element(self, reference, page=None):
        element = self.get(reference)
        page = element.get("Pg", page)
        kids = element.get("K", [])
        tree = (element.get("S", ""), string(element.get("Lang")), string(element.get("Alt")), [])
        for kid in kids if isinstance(kids, list) else [kids]:
            inner = self.get(kid)
            if isinstance(inner, int):
                tree[3].append(self.content(page)[inner])
            elif inner.get("Type") == "MCR":
                tree[3].append(self.content(inner.get("Pg", page))[inner["MCID"]])
            elif inner.get("Type") != "OBJR":
                tree[3].append(self.element(kid, page))
        return tree

    def tree(self):
        trailer = self.data.rindex(b"trailer ")
        stream = tokens(self.data, trailer + 8)
        root = self.get(value(stream, next(stream))["Root"])
        return self.element(root["StructTreeRoot"])[3][0]


# ---- comparison ----

def same(expected, found):
    pattern = "[0-9]+".join(re.escape(part) for part in expected[2].split("\0"))
    return expected[:2] == found[:2] and re.fullmatch(pattern, found[2]) is not None


def unturned(entry):
    """poppler's list of structure knows neither /Alt, /ActualText nor ReversedChars: what runs from the
    right in any order, marks between its words too, and Thai AM as the two glyphs that show it."""
    role, _, text = entry
    if RIGHT_TO_LEFT.search(text):
        text = "".join(sorted(text))
    return (role, "", text.replace("\u0e33\u0e32", "\u0e33"))


def compare(name, expected, found, by_poppler):
    for i in range(max(len(expected), len(found))):
        a = expected[i].folded() if i < len(expected) else ("nothing", "", "")
        b = found[i].folded() if i < len(found) else ("nothing", "", "")
        if by_poppler:
            a, b = unturned(a), unturned(b)
        if not same(a, b):
            sys.exit("%s: element %d\n  is %s\n  not %s" % (name, i + 1, b, a))
        if not by_poppler and expected[i].language != found[i].language:
            sys.exit("%s: element %d, %s\n  is in the language \"%s\", not \"%s\"" %
                     (name, i + 1, b, found[i].language, expected[i].language))


def main():
    dump, path = sys.argv[1:]
    expected = read_dump(dump)
    file = File(path)
    compare("%s, unpacked" % path, expected, flatten(file.tree(), []), False)
    pages = len(re.findall(rb"^  /Type /Page$", file.data, re.M))
    if pages <= POPPLER_PAGES:
        compare("%s, by poppler" % path, expected, flatten(poppler(path), []), True)
    print("%s: %d elements in order" % (path, len(expected)))


main()
