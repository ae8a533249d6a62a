#include "model/theme.h"
#include "model/table.h"

WORDS(page_sizes, "a4", "a5", "letter", "own");
WORDS(press_pictures, "convert", "keep");
WORDS(theme_aligns, "justify", "start", "end", "centre");

static const struct field theme_role_fields[] = {
    FIELD(theme_role, like, FIELD_STRING, .about = "The role that gives what is left out.",
          .example = "text"),
    FIELD(theme_role, family, FIELD_STRING, .about = "A family of `fonts/fonts.yaml`.",
          .example = "PT Serif"),
    FIELD(theme_role, bold, FIELD_BOOLEAN, .about = "Bold.", .example = "true"),
    FIELD(theme_role, italic, FIELD_BOOLEAN, .about = "Italic.", .example = "true"),
    FIELD(theme_role, size, FIELD_LENGTH, .about = "Size of the type.", .example = "10.2 pt"),
    FIELD(theme_role, leading, FIELD_LENGTH, .about = "From baseline to baseline.",
          .example = "13.5 pt"),
    FIELD(theme_role, tracking, FIELD_INTEGER, .about = "White after each letter, 1/1000 em.",
          .example = "60"),
    FIELD(theme_role, capitals, FIELD_BOOLEAN, .about = "Set in capitals.", .example = "true"),
    FIELD(theme_role, tabular, FIELD_BOOLEAN, .about = "Figures of one width.", .example = "true"),
    FIELD(theme_role, oldstyle, FIELD_BOOLEAN, .about = "Old-style figures.", .example = "true"),
    FIELD(theme_role, smallcaps, FIELD_BOOLEAN, .about = "Small capitals.", .example = "true"),
    FIELD(theme_role, colour, FIELD_STRING, .about = "A key of `colours`.", .example = "accent"),
    FIELD(theme_role, align, FIELD_CHOICE, .choices = &theme_aligns, .about = "How lines end.",
          .example = "justify"),
    FIELD(theme_role, hyphenate, FIELD_BOOLEAN, .about = "Words may be divided.",
          .example = "true"),
    FIELD(theme_role, balance, FIELD_BOOLEAN, .about = "Lines of nearly equal length.",
          .example = "true"),
    FIELD(theme_role, indent, FIELD_LENGTH, .about = "First line of a paragraph after another.",
          .example = "13.5 pt"),
    FIELD(theme_role, left, FIELD_LENGTH, .about = "Indent of all lines at the left.",
          .example = "9 mm"),
    FIELD(theme_role, right, FIELD_LENGTH, .about = "And at the right.", .example = "13.5 pt"),
    FIELD(theme_role, above, FIELD_LENGTH, .about = "White above.", .example = "13.5 pt"),
    FIELD(theme_role, below, FIELD_LENGTH, .about = "White below.", .example = "13.5 pt"),
    FIELD(theme_role, keep_lines, FIELD_INTEGER,
          .about = "Lines of what follows that stay on the page with it.", .example = "2"),
    FIELD(theme_role, rule_above, FIELD_LENGTH, .about = "Thickness of a rule above.",
          .example = "0.6 pt"),
    FIELD(theme_role, rule_colour, FIELD_STRING, .about = "A key of `colours`.",
          .example = "accent"),
};
static const struct record theme_role_record =
    RECORD(theme_role, theme_role, "How the text of one role looks.");

static const struct field theme_colour_fields[] = {
    {.name = "",
     .type = FIELD_COLOUR,
     .offset = offsetof(struct theme_colour, tint),
     .required = true,
     .about = "For the screen, and for the press inks or an ink of its own, whose name is in "
              "`spot`.",
     .example = "{rgb: \"#1F3A5F\", cmyk: [90, 70, 30, 25], spot: PANTONE 2767 C}"},
};
static const struct record theme_colour_record = RECORD(theme_colour, theme_colour, "A colour.");

static const struct field theme_line_fields[] = {
    FIELD(theme_line, outside, FIELD_TEXT, .about = "At the outer edge.", .example = "\"{page}\""),
    FIELD(theme_line, centre, FIELD_TEXT, .about = "In the middle.", .example = "\"{title}\""),
    FIELD(theme_line, inside, FIELD_TEXT, .about = "At the inner edge.",
          .example = "\"{edition}\""),
};
static const struct record theme_line_record =
    RECORD(theme_line, theme_line,
           "A head or foot. {title} {issue} {date} {section} {first} {last} {page} {pages} {url} "
           "{ref} {edition} stand for what the page knows.");

static const struct field theme_press_fields[] = {
    FIELD(theme_press, profile, FIELD_PATH,
          .about = "The printer's ICC profile of inks; FOGRA39 when left out.",
          .example = "profiles/PSOcoated_v3.icc"),
    FIELD(theme_press, ink_limit, FIELD_INTEGER,
          .about = "Percent of all inks together in one place; 300 when left out.",
          .example = "280"),
    FIELD(theme_press, pictures, FIELD_CHOICE, .choices = &press_pictures,
          .about = "Whether pictures in RGB, or in inks of another press, become inks of this one, "
                   "or those with a profile of their own keep it; convert when left out.",
          .example = "keep"),
    FIELD(theme_press, creep, FIELD_LENGTH,
          .about = "Thickness of a sheet: by so much a sheet around another one pushes it out; "
                   "0.1 mm when left out.",
          .example = "0.12 mm"),
};
static const struct record theme_press_record =
    RECORD(theme_press, theme_press, "What the printer asks for, with `--for press`.");

static const struct field fitting_fields[] = {
    FIELD(fitting, looseness, FIELD_INTEGER,
          .about =
              "Lines that a paragraph may have more or less than is best for it, where its spaces "
              "stay good; 0 to 2.",
          .example = "1"),
    FIELD(fitting, least_grid, FIELD_LENGTH, .about = "Least distance of baselines.",
          .example = "12.9 pt"),
    FIELD(fitting, most_grid, FIELD_LENGTH,
          .about =
              "And greatest. The frame of the page stays: there are more or fewer lines on it.",
          .example = "14.1 pt"),
    FIELD(fitting, least_gap, FIELD_LENGTH, .about = "Least white between columns.",
          .example = "5 mm"),
    FIELD(fitting, most_gap, FIELD_LENGTH, .about = "And greatest.", .example = "7 mm"),
    FIELD(fitting, least_size, FIELD_SHARE,
          .about =
              "Least size of text, of what the roles say. Headings that are higher than a line "
              "keep theirs.",
          .example = "97 %"),
    FIELD(fitting, most_size, FIELD_SHARE, .about = "And greatest.", .example = "103 %"),
};
static const struct record fitting_record =
    RECORD(fitting, fitting,
           "How far the look may change so that a document fills the pages it is to have. What is "
           "left out stays as it is.");

static const struct field theme_fields[] = {
    FIELD(theme, name, FIELD_ID,
          .about = "Its name for --theme; by the name of the file when left out, `theme.yaml` "
                   "being `classic`.",
          .example = "classic"),
    FIELD(theme, size, FIELD_CHOICE, .choices = &page_sizes, .about = "Size of the sheet.",
          .example = "a4"),
    FIELD(theme, width, FIELD_LENGTH, .about = "Width of a sheet of size own.",
          .example = "170 mm"),
    FIELD(theme, height, FIELD_LENGTH, .about = "Its height.", .example = "240 mm"),
    FIELD(theme, inner, FIELD_LENGTH, .required = true, .about = "Margin at the back.",
          .example = "20 mm"),
    FIELD(theme, outer, FIELD_LENGTH, .required = true, .about = "Margin at the outer edge.",
          .example = "20 mm"),
    FIELD(theme, mirrored, FIELD_BOOLEAN, .about = "Left and right pages mirror each other.",
          .example = "true"),
    FIELD(theme, grid, FIELD_LENGTH, .required = true, .about = "From baseline to baseline.",
          .example = "13.5 pt"),
    FIELD(theme, lines, FIELD_INTEGER, .required = true, .about = "Lines of the grid on a page.",
          .example = "48"),
    FIELD(theme, first_baseline, FIELD_LENGTH, .required = true, .about = "Below the head trim.",
          .example = "34 mm"),
    FIELD(theme, head_baseline, FIELD_LENGTH, .about = "Of the head, below the head trim.",
          .example = "18 mm"),
    FIELD(theme, foot_baseline, FIELD_LENGTH, .about = "Of the foot, above the foot trim.",
          .example = "16 mm"),
    FIELD(theme, columns, FIELD_INTEGER, .about = "Columns of text.", .example = "2"),
    FIELD(theme, gap, FIELD_LENGTH, .about = "Between columns.", .example = "6 mm"),
    FIELD(theme, side_width, FIELD_LENGTH, .about = "Width of the side column; none when left out.",
          .example = "36 mm"),
    FIELD(theme, side_gap, FIELD_LENGTH, .about = "Between text and side column.",
          .example = "6 mm"),
    FIELD(theme, index_columns, FIELD_INTEGER, .about = "Columns of an index.", .example = "3"),
    FIELD(theme, thumb_width, FIELD_LENGTH,
          .about = "Width of a tab of the thumb index; none when left out.", .example = "6 mm"),
    FIELD(theme, thumb_height, FIELD_LENGTH, .about = "Its height.", .example = "9 mm"),
    FIELD(theme, bleed, FIELD_LENGTH, .about = "Over the trim; 3 mm when left out.",
          .example = "3 mm"),
    FIELD(theme, front_lines, FIELD_INTEGER,
          .about = "Free lines that let the first release begin on the front page.",
          .example = "20"),
    FIELD(theme, qr_size, FIELD_LENGTH, .about = "Side of a QR code with its white.",
          .example = "20 mm"),
    FIELD(theme, logo, FIELD_PATH,
          .about = "A picture above the masthead: SVG of filled shapes, PNG or JPEG.",
          .example = "logo.png"),
    FIELD(theme, logo_width, FIELD_LENGTH, .about = "Its width; 20 mm when left out.",
          .example = "20 mm"),
    FIELD(theme, colours, FIELD_MAP, .record = &theme_colour_record, .about = "Colours by name.",
          .example = "{accent: {rgb: \"#1F3A5F\", cmyk: [90, 70, 30, 25]}}"),
    FIELD(theme, roles, FIELD_MAP, .record = &theme_role_record, .about = "Looks by role.",
          .example = "{text: {family: PT Serif, size: 10.2 pt}}"),
    FIELD(theme, head_left, FIELD_RECORD, .record = &theme_line_record,
          .about = "Head of left pages.", .example = "{outside: \"{issue}\"}"),
    FIELD(theme, head_right, FIELD_RECORD, .record = &theme_line_record,
          .about = "Head of right pages.", .example = "{outside: \"{title}\"}"),
    FIELD(theme, foot_left, FIELD_RECORD, .record = &theme_line_record,
          .about = "Foot of left pages.", .example = "{outside: \"{page}\"}"),
    FIELD(theme, foot_right, FIELD_RECORD, .record = &theme_line_record,
          .about = "Foot of right pages.", .example = "{outside: \"{page}\"}"),
    FIELD(theme, expansion, FIELD_SHARE,
          .about =
              "How much wider or narrower the letters of a justified line may be, 2 % at most; "
              "2 % when left out.",
          .example = "1.5 %"),
    FIELD(theme, spacing, FIELD_SHARE,
          .about = "How much more or less white may follow each of its letters, in the size of the "
                   "type, 0.5 % at most; 0.5 % when left out.",
          .example = "0.3 %"),
    FIELD(theme, protrusion, FIELD_BOOLEAN,
          .about = "Hyphens, stops and quotation marks hang in the margin; true when left out.",
          .example = "false"),
    FIELD(theme, fitting, FIELD_RECORD, .record = &fitting_record,
          .about = "Limits for `pages` of bulletins and directories.",
          .example = "{looseness: 1, least_grid: 12.9 pt}"),
    FIELD(theme, head_rule, FIELD_LENGTH, .about = "Thickness of a rule below the head.",
          .example = "0.4 pt"),
    FIELD(theme, press, FIELD_RECORD, .record = &theme_press_record,
          .about = "What the printer asks for.", .example = "{ink_limit: 280, creep: 0.12 mm}"),
};
const struct record theme_record =
    RECORD(theme, theme, "The look, in numbers; one a file, `theme.yaml` and `theme-NAME.yaml`.");

static const sp page_sides[][2] = {
    [SIZE_A4] = {SP_OF_MM(210), SP_OF_MM(297)},
    [SIZE_A5] = {SP_OF_MM(148), SP_OF_MM(210)},
    [SIZE_LETTER] = {SP_OF_PT(612), SP_OF_PT(792)},
};

sp theme_width(const struct theme *theme) {
    return theme->size.value == SIZE_OWN ? theme->width.value : page_sides[theme->size.value][0];
}

sp theme_height(const struct theme *theme) {
    return theme->size.value == SIZE_OWN ? theme->height.value : page_sides[theme->size.value][1];
}

struct colour theme_colour(const struct theme *theme, size_t index) {
    struct colour colour = theme->colours.at[index].tint.colour;
    if (theme->colours.at[index].tint.spot.length)
        colour.spot = (uint8_t)(index + 1);
    return colour;
}
