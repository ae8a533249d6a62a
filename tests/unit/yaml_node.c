#include "unit/check.h"
#include "yaml/node.h"

static struct arena *arena;

static struct node *read_text(const char *text, struct diag *diag) {
    return yaml_read(arena, "t.yaml", str_from(text), diag);
}

static bool is_at(struct span span, uint32_t line, uint32_t column) {
    return span.line == line && span.column == column &&
           str_equal(str_from(span.file), STR("t.yaml"));
}

static void test_tree(void) {
    struct diag *diag = diag_new(arena);
    const struct node *root = read_text("# head\n"
                                        "title: Пресс-релиз\n"
                                        "\"Ў, \": {b: '1', c: 2}\n"
                                        "list:\n"
                                        "- один\n"
                                        "- [два, три]\n"
                                        "empty:\n",
                                        diag);
    CHECK(root && root->kind == NODE_MAPPING && root->count == 4 && diag_faults(diag) == 0);
    const struct node *title = node_find(root, STR("title"));
    CHECK_STR(title->text, "Пресс-релиз");
    CHECK(is_at(title->key_span, 2, 1) && is_at(title->span, 2, 8) && title->plain);
    const struct node *letter = node_find(root, STR("Ў, "));
    CHECK(is_at(letter->span, 3, 8)); /* code points, not bytes */
    CHECK(!letter->first->plain && letter->first->next->plain);
    const struct node *list = node_find(root, STR("list"));
    CHECK(list->kind == NODE_SEQUENCE && list->count == 2 && list->first->key.length == 0);
    CHECK(is_at(list->first->next->first->next->span, 6, 9));
    CHECK(node_find(root, STR("empty"))->text.length == 0 && !node_find(root, STR("none")));
    root = read_text("", diag);
    CHECK(root && root->kind == NODE_MAPPING && root->count == 0);
    CHECK(read_text("# nothing but a comment\n", diag)->kind == NODE_MAPPING);
}

/* Looks `word` up in the scalar `key` and compares its place with the one it has in the file. */
static void check_place(const struct node *root, const char *key, const char *word, uint32_t line,
                        uint32_t column) {
    const struct node *node = node_find(root, str_from(key));
    size_t offset = str_find(node->text, str_from(word));
    CHECK(offset != SIZE_MAX && is_at(node_place(node, offset), line, column));
}

static void test_places(void) {
    struct diag *diag = diag_new(arena);
    const struct node *root = read_text("body: |\n"          /* 1 */
                                        "\n"                 /* 2 */
                                        "  First ўсё here\n" /* 3 */
                                        "    deeper\n"       /* 4 */
                                        "\n"                 /* 5 */
                                        "  last\n"           /* 6 */
                                        "fold: >-\n"         /* 7 */
                                        "  one two\n"        /* 8 */
                                        "  three\n"          /* 9 */
                                        "\n"                 /* 10 */
                                        "  four five\n"      /* 11 */
                                        "deep: |2\n"         /* 12 */
                                        "    code\n"         /* 13 */
                                        "  end\n"            /* 14 */
                                        "plain: some\n"      /* 15 */
                                        "  words\n",
                                        diag);
    CHECK(diag_faults(diag) == 0);
    check_place(root, "body", "First", 3, 3);
    check_place(root, "body", "here", 3, 13);
    check_place(root, "body", "deeper", 4, 5);
    check_place(root, "body", "last", 6, 3);
    check_place(root, "fold", "two", 8, 7);
    check_place(root, "fold", "three", 9, 3);
    check_place(root, "fold", "five", 11, 8);
    check_place(root, "deep", "code", 13, 5);
    check_place(root, "deep", "end", 14, 3);
    check_place(root, "plain", "words", 15, 8);
}

static void test_aliases(void) {
    struct diag *diag = diag_new(arena);
    const struct node *root = read_text("a: &x [1, 2]\nb: *x\nc: [*x, *x]\n", diag);
    const struct node *b = node_find(root, STR("b"));
    CHECK(b->count == 2 && b->first == node_find(root, STR("a"))->first &&
          is_at(b->key_span, 2, 1));
    CHECK(node_find(root, STR("c"))->count == 2);
    /* Ten to the ninth values in a few lines: refused, and at once. */
    struct buffer bomb = {0};
    buffer_text(&bomb, "a0: &a0 [x]\n");
    for (int i = 1; i < 10; i++)
        buffer_print(&bomb, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i,
                     i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
    CHECK(!yaml_read(arena, "t.yaml", buffer_view(&bomb), diag) && diag_faults(diag) == 1);
    buffer_free(&bomb);
}

struct wrong {
    const char *yaml;
    uint32_t line, column;
    const char *message;
};

static const struct wrong wrongs[] = {
    {"a: 1\nb: 2\na: 3\n", 3, 1, "the key `a` is given twice"},
    {"a: {b: {x: 1}, x: 2}\nc: {x: 1, x: 2}\n", 2, 11, "the key `x` is given twice"},
    {"a: *none\n", 1, 4, "the alias `*none` stands for nothing"},
    {"a: &x [*x]\n", 1, 8, "the alias `*x` stands for nothing"},
    {"b: &b {c: 1}\na:\n  <<: *b\n", 3, 3, "merge keys `<<` are not read"},
    {"a: 1\n---\nb: 2\n", 2, 1, "a second document begins here"},
    {"a: \"open\nb: 2\n", 1, 4, "this quotation mark is never closed"},
    {"a: b: c\n", 1, 5, "a `:` where no key can stand"},
    {"a: 1\n\tb: 2\n", 2, 1, "a tab is used to indent"},
    {"a: [1, 2\nb: 3\n", 1, 4, "this list in […] is not closed"},
    {"a: {x: 1\nb: 3\n", 1, 4, "this mapping in {…} is not closed"},
    {"a: \"\\q\"\n", 1, 5, "this backslash sequence means nothing in \"…\""},
    {"a: @x\n", 1, 4, "a value cannot begin with this character"},
    {"a: !wichtig x\n", 1, 4, "`!wichtig` is a tag, and tags mean nothing here"},
    {"Ўa\xFF: 1\n", 1, 3, "the byte FF is not UTF-8"},
    {"a: 1\nb: \xD0", 2, 4, "the byte D0 is not UTF-8"},
    {"a: \xE0\x80\x80\n", 1, 4, "the byte E0 is not UTF-8"},
    {"\xFE\xFF", 1, 1, "the byte FE is not UTF-8"},
    {"a: 1\nb: x\x01y\n", 2, 5, "a control character"},
    {"[a]: 1\n", 1, 1, "a key must be text"},
    {"a: 1\nwords alone\n", 2, 1, "there is no `: ` behind this key"},
};

static void check_wrong(const struct wrong *wrong) {
    struct diag *diag = diag_new(arena);
    read_text(wrong->yaml, diag);
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    CHECK(count == 1);
    if (count == 0)
        return;
    CHECK_STR(messages[0].text, wrong->message);
    CHECK(messages[0].hint.length > 0);
    if (!is_at(messages[0].span, wrong->line, wrong->column))
        fprintf(stderr, "%s at %u:%u\n", wrong->message, messages[0].span.line,
                messages[0].span.column);
    CHECK(is_at(messages[0].span, wrong->line, wrong->column));
}

static void test_nesting(void) {
    struct diag *diag = diag_new(arena);
    char text[512] = {0};
    for (int i = 0; i < 65; i++)
        text[i] = '[', text[129 - i] = ']';
    CHECK(!read_text(text, diag) && diag_faults(diag) == 1);
    CHECK(read_text("[[[[[[[[]]]]]]]]", diag) && diag_faults(diag) == 1);
}

int main(void) {
    arena = arena_new();
    test_tree();
    test_places();
    test_aliases();
    test_nesting();
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++)
        check_wrong(&wrongs[i]);
    arena_free(arena);
    return check_end();
}
