#!/bin/sh
# Violations planted into files of ours are found by the rule that they break, and the files as they are
# break none. usage: preflight.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
export LC_ALL=C
cd "$source"

need qpdf fix-qdf

"$attache" build --quiet --out "$work/screen"
"$attache" build --quiet --for press --out "$work/press"
"$attache" preflight "$work"/screen/*.pdf "$work"/press/*.pdf >"$work/said" ||
    fail "the samples: $(grep -A4 FAULT "$work/said")"
[ "$(grep -c ': passed$' "$work/said")" -eq "$(ls "$work"/screen/*.pdf "$work"/press/*.pdf | wc -l)" ] ||
    fail "not all samples were read"

# Plain text, by another program, with a cross-reference table instead of the stream.
qpdf --qdf --object-streams=disable "$work"/screen/bulletin-2019-47-en.pdf "$work/screen.qdf"
qpdf --qdf --object-streams=disable "$work"/press/bulletin-2019-47-en-press.pdf "$work/press.qdf"
"$attache" preflight "$work/screen.qdf" "$work/press.qdf" >"$work/said" ||
    fail "rewritten: $(grep -A4 FAULT "$work/said")"

"$attache" bulletin --quiet --attach-source --lang en -o "$work/attached.pdf"
qpdf --qdf --object-streams=disable "$work/attached.pdf" "$work/attached.qdf"

sed 's/cmyk: \[90, 70, 30, 25\]/&, spot: House Blue/' data/theme.yaml >"$work/spot.yaml"
"$attache" bulletin --quiet --for press --lang en --theme "$work/spot.yaml" -o "$work/spot.pdf"
qpdf --qdf --object-streams=disable "$work/spot.pdf" "$work/spot.qdf"

planted=0
# row MEDIUM FINDING: one line of the table that this test prints
row() {
    planted=$((planted + 1))
    printf '%2d  %-8s  %s\n' "$planted" "$1" "$2"
}

# plant MEDIUM SED RULE: after the edit the rule is broken
plant() {
    sed "$2" "$work/$1.qdf" >"$work/edited"
    ! cmp -s "$work/edited" "$work/$1.qdf" || fail "nothing to edit: $2"
    fix-qdf "$work/edited" >"$work/planted.pdf"
    status=0
    "$attache" preflight "$work/planted.pdf" >"$work/said" || status=$?
    [ "$status" -eq 1 ] && grep -q "^  FAULT  *$3" "$work/said" ||
        fail "$2: exit $status, not found: $3; found: $(grep FAULT "$work/said")"
    row "$1" "$(sed -n "s|^  FAULT  *\($3\)|\1|p" "$work/said" | sed 1q)"
}

# wrong MARKDOWN MESSAGE: `attache check` finds it in the data, with its place
wrong() {
    mkdir -p "$work/data/releases"
    cp data/theme*.yaml data/labels.yaml "$work/data"
    cp "$source/data/pictures/facade.jpg" "$work/data/releases"
    printf 'id: visit\ntitle: Visit\ndate: 2026-11-24\nlanguage: en\nbody: |\n  %b\n' "$1" \
        >"$work/data/releases/visit.yaml"
    status=0
    "$attache" check --data "$work/data" >"$work/said" 2>&1 || status=$?
    found=$(sed -n "s,^$work/\(data/releases/visit.yaml:[0-9]*:[0-9]*: fault: .*$2\),\1,p" "$work/said")
    [ "$status" -eq 1 ] && [ -n "$found" ] || fail "$1: exit $status, not found: $2; $(cat "$work/said")"
    row data "$found"
}

wrong 'The house.\n\n  ![](facade.jpg)' 'the picture has no words'
wrong '# One\n\n  ### Three\n\n  Text.' 'a heading of level 3 follows one of level 1'
wrong 'The sign 𒀀.' 'no font has'
plant screen 's/^%PDF-1.7/%PDF-2.0/' 'the header'
plant screen 's,/FontFile2 ,/FontFileX ,' 'every font is embedded'
plant screen 's,/CIDToGIDMap ,/CIDToXIDMap ,' 'codes lead to glyphs'
plant screen 's,^\[<,[<0000,' 'no text shows the sign'
plant screen 's,/ToUnicode ,/ToUnicodX ,' 'every font says'
plant screen 's,/DestOutputProfile ,/DestOutputProfilX ,' 'one output intent'
plant screen 's,/DestOutputProfile ,/DestOutputProfilX ,' 'device colours'
plant screen 's,/Alt ,/Xlt ,' 'every figure'
plant screen 's,/S /H1,/S /H3,' 'headings'
plant screen 's,/Scope ,/Xcope ,' 'cells stand in rows'
plant screen 's,/S /TR,/S /LI,' 'lists are made'
plant screen 's,/S /P$,/S /Verse,' 'structure types'
plant screen 's,/S /LBody,/S /P,' 'lists are made'
plant screen 's,^/Artifact <*.*BDC$,/Nothing BMC,; s,^/Artifact<<.*BDC$,/Nothing BMC,' 'all content is tagged'
plant screen 's,/StructParents 1$,/StructParents 0,' 'there is a structure tree'
plant screen 's,/Marked true,/Marked false,' 'the catalog says'
plant screen 's,/DisplayDocTitle true,/DisplayDocTitle false,' 'the document has a title'
plant screen 's,/Lang ,/Xang ,' 'the document has a language'
plant screen 's,pdfaid:part>2,pdfaid:part>1,' 'XMP names part'
plant screen 's,pdfuaid:part>1,pdfuaid:part>2,' 'XMP names PDF/UA-1'
plant screen 's,<pdfaSchema:prefix>,<pdfaSchema:suffix>,' 'schemas'
plant screen 's,<xmp:CreateDate>2019,<xmp:CreateDate>2018,' 'the information dictionary'
plant screen 's,/Type /OBJR,/Type /OBJX,' 'every link is part'
plant screen 's,/Contents (,/Xontents (,' 'every link says'
plant screen 's,/F 4$,/F 2,' 'annotations are printed'
plant screen 's,/Tabs /S,/Tabs /R,' 'tabbing'
plant screen 's,/S /URI,/S /JavaScript,' 'no scripts'
plant screen 's,/Dests ,/EmbeddedFiles << /Names [ (a) << /EF << >> >> ] >> /Dests ,' \
    'files are attached'
plant attached 's,/AFRelationship ,/BFRelationship ,' 'files are attached'
plant attached 's,/Subtype /application#2fyaml,,' 'files are attached'
plant attached 's,^id: 2019-47,id: 2019-48,' 'files are attached'
plant attached 's,^  /AF \[,  /AX [,' 'files are attached'
plant press 's,^%PDF-1.6,%PDF-1.7,' 'the header'
plant press 's,/TrimBox ,/Annots [ << /Type /Annot /Subtype /Link /F 4 /Rect [ 50 50 90 90 ] >> ] /TrimBox ,' \
    'no annotation'
plant press 's,^0 0 0 1 k$,0 0 0 rg,' 'device colours'
plant press 's,/ColorSpace /DeviceCMYK,/ColorSpace /DeviceRGB,' 'device colours'
plant press 's,/S /GTS_PDFX,/S /GTS_PDFA1,' 'one output intent'
plant press 's,^.9 .7 .3 .25 k$,.9 .9 .9 .9 k,' 'no more than 300'
plant press 's,^q \([0-9]\),q 9\1,; s, 0 0 \([0-9.]*\) \([0-9.]*\) \([0-9.]*\) cm/I, 0 0 9\1 \2 \3 cm/I,' \
    'pictures have 150'
plant press 's,/BleedBox ,/BleedBoz ,' 'the trim lies'
plant press 's,/MediaBox ,/XBox ,; s,/TrimBox ,/MediaBox ,; s,/XBox ,/TrimBox ,' 'the trim lies'
plant press 's,^q .25 w,q .2 w,' 'no line is thinner'
plant press 's,^/Over gs$,,' 'black text'
plant press 's,^0 0 0 1 k$,.6 .4 .4 1 k,' 'black text'
plant press 's,^0 0 0 1 k$,/All cs 1 scn,' "printer's marks"
plant press 's,/OPM 1$,/OPM 1 /ca .5,' 'nothing is transparent'
plant spot '/House#20Blue/{n;s,DeviceCMYK,DeviceRGB,;}' 'plates of one name'
plant press 's,PDF/X-4</pdfx,PDF/X-3</pdfx,' 'XMP names PDF/X-4'
plant press 's,/Trapped /False,/Trapped /Unknown,' 'the file says whether'
plant press 's,<xmpMM:VersionID>,<xmpMM:Version>,' 'XMP has title'

# What is no file of ours is refused, not passed.
head -c 3000 "$work"/screen/bulletin-2019-47-en.pdf >"$work/cut.pdf"
for file in "$work/cut.pdf" README.md; do
    ! "$attache" preflight "$file" >/dev/null 2>&1 || fail "$file passed"
done
