#include "pdf/labels.h"
#include "pdf/string.h"
#include "pdf/tree.h"
#include <string.h>

enum { LONGEST_ROMAN = 24, MOST_DIGITS = 9 };

/* "B-12" is prefix "B-", style D, value 12; "iv" is style r; "Cover" is a prefix alone, style 0. */
struct label {
    struct str prefix;
    char style;
    uint32_t value;
};

static size_t roman(uint32_t value, char out[LONGEST_ROMAN]) {
    static const struct {
        uint32_t value;
        const char *letters;
    } parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    size_t length = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; value >= parts[i].value; value -= parts[i].value)
            for (const char *at = parts[i].letters; *at; at++)
                out[length++] = *at;
    return length;
}

/* The value of a Roman numeral in its canonical form; 0 when it is none. */
static uint32_t roman_value(struct str s) {
    static const char letters[] = "ivxlcdm";
    static const uint32_t values[] = {1, 5, 10, 50, 100, 500, 1000};
    uint32_t value = 0, next = 0;
    if (s.length == 0 || s.length >= LONGEST_ROMAN / 2)
        return 0;
    for (size_t i = s.length; i-- > 0;) {
        const char *letter = memchr(letters, s.at[i], sizeof letters - 1);
        if (!letter)
            return 0;
        uint32_t here = values[letter - letters];
        value = here < next ? value - here : value + here;
        next = here;
    }
    char canonical[LONGEST_ROMAN];
    if (value == 0 || value > 3000)
        return 0;
    struct str again = {canonical, roman(value, canonical)};
    return str_equal(again, s) ? value : 0;
}

static struct label parse(struct str text) {
    uint32_t value = roman_value(text);
    if (value)
        return (struct label){STR(""), 'r', value};
    size_t start = text.length;
    while (start && text.length - start < MOST_DIGITS && text.at[start - 1] >= '0' &&
           text.at[start - 1] <= '9')
        start--;
    while (start < text.length && text.at[start] == '0')
        start++;
    for (size_t i = start; i < text.length; i++)
        value = value * 10 + (uint32_t)(text.at[i] - '0');
    return (struct label){str_part(text, 0, start), value ? 'D' : 0, value};
}

static bool continues(struct label before, struct label here) {
    if (before.style != here.style || !str_equal(before.prefix, here.prefix))
        return false;
    return here.style ? here.value == before.value + 1 : here.prefix.length == 0;
}

static void put_label(struct label label, struct buffer *out) {
    buffer_text(out, "<<");
    if (label.style)
        buffer_print(out, "/S/%c", label.style);
    if (label.prefix.length) {
        buffer_text(out, "/P");
        string_text(out, label.prefix);
    }
    if (label.value > 1)
        buffer_print(out, "/St %u", (unsigned)label.value);
    buffer_text(out, ">>");
}

uint32_t labels_write(const struct document *document) {
    const struct pages *pages = document->pages;
    struct tree tree = tree_start(document->writer, document->arena, "Nums");
    struct buffer key = {0}, value = {0};
    struct label before = {0};
    for (size_t i = 0; i < pages->count; i++) {
        struct label label = parse(pages->at[i].label);
        if (i == 0 || !continues(before, label)) {
            key.length = value.length = 0;
            buffer_print(&key, "%zu", i);
            put_label(label, &value);
            tree_add(&tree, buffer_view(&key), buffer_view(&value));
        }
        before = label;
    }
    buffer_free(&key);
    buffer_free(&value);
    return tree_finish(&tree);
}
