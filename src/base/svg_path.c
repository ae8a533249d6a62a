/* Path data (SVG 1.1, 8.3) into moves, lines and cubic curves. */
#include "base/svg_path.h"

#include <math.h>
#include <string.h>

#define PI 3.14159265358979323846
/* Half a chord to the radius: below it the centre of an arc lies too far off to be computed. */
#define LEAST_ARC 1e-9

/* ---- numbers ---- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static char peek(struct str text, size_t at) {
    return at < text.length ? text.at[at] : '\0';
}

static void skip_white(struct str text, size_t *at) {
    while (*at < text.length && strchr(" \t\r\n", text.at[*at]))
        ++*at;
}

static void skip_comma(struct str text, size_t *at) {
    skip_white(text, at);
    if (peek(text, *at) == ',')
        ++*at;
    skip_white(text, at);
}

/* The power of ten after "e", if there is one. */
static int exponent(struct str text, size_t *at) {
    size_t next = *at + 1;
    if ((peek(text, *at) | 32) != 'e')
        return 0;
    bool negative = peek(text, next) == '-';
    if (negative || peek(text, next) == '+')
        next++;
    if (!is_digit(peek(text, next)))
        return 0;
    int power = 0;
    for (; is_digit(peek(text, next)); next++)
        power = power < 1000 ? power * 10 + (text.at[next] - '0') : power;
    *at = next;
    return negative ? -power : power;
}

bool svg_number(struct str text, size_t *at, double *number) {
    size_t next = *at;
    double value = 0;
    int scale = 0, digits = 0;
    bool negative = peek(text, next) == '-';
    if (negative || peek(text, next) == '+')
        next++;
    for (; is_digit(peek(text, next)); next++, digits++)
        value = value * 10 + (text.at[next] - '0');
    if (peek(text, next) == '.')
        for (next++; is_digit(peek(text, next)); next++, digits++, scale--)
            value = value * 10 + (text.at[next] - '0');
    if (digits == 0)
        return false;
    scale += exponent(text, &next);
    *number = (negative ? -value : value) * pow(10, scale);
    *at = next;
    skip_comma(text, at);
    return isfinite(*number);
}

/* ---- steps ---- */

static void add_step(struct svg_outline *outline, char verb, const double *points, size_t count) {
    struct svg_step *step = array_add(&outline->steps, outline->arena);
    const double *m = outline->matrix;
    step->verb = verb;
    for (size_t i = 0; i < count; i++) {
        double x = points[2 * i], y = points[2 * i + 1];
        step->at[2 * i] = m[0] * x + m[2] * y + m[4];
        step->at[2 * i + 1] = m[1] * x + m[3] * y + m[5];
        outline->far |= !(fabs(step->at[2 * i]) <= outline->reach[0] &&
                          fabs(step->at[2 * i + 1]) <= outline->reach[1]);
    }
}

void svg_rectangle(struct svg_outline *outline, double x, double y, double width, double height) {
    add_step(outline, 'm', (double[]){x, y}, 1);
    add_step(outline, 'l', (double[]){x + width, y}, 1);
    add_step(outline, 'l', (double[]){x + width, y + height}, 1);
    add_step(outline, 'l', (double[]){x, y + height}, 1);
    add_step(outline, 'h', NULL, 0);
}

/* An arc of an ellipse turned by `turn`, in curves of at most a quarter (L. Maisonobe, Drawing an
 * elliptical arc using polylines, quadratic or cubic Bezier curves, 2003). */
static void add_arc(struct svg_outline *outline, const double centre[2], const double radii[2],
                    double turn, double from, double sweep) {
    int parts = (int)ceil(fabs(sweep) / (PI / 2) - 1e-9);
    double part = sweep / (parts ? parts : 1), handle = 4.0 / 3 * tan(part / 4);
    for (int i = 0; i < parts; i++) {
        double a = from + i * part, b = a + part;
        double unit[] = {cos(a) - handle * sin(a),
                         sin(a) + handle * cos(a),
                         cos(b) + handle * sin(b),
                         sin(b) - handle * cos(b),
                         cos(b),
                         sin(b)};
        double points[6];
        for (int p = 0; p < 6; p += 2) {
            double x = unit[p] * radii[0], y = unit[p + 1] * radii[1];
            points[p] = centre[0] + x * cos(turn) - y * sin(turn);
            points[p + 1] = centre[1] + x * sin(turn) + y * cos(turn);
        }
        add_step(outline, 'c', points, 3);
    }
}

void svg_ellipse(struct svg_outline *outline, double x, double y, double rx, double ry) {
    add_step(outline, 'm', (double[]){x + rx, y}, 1);
    add_arc(outline, (double[]){x, y}, (double[]){rx, ry}, 0, 0, 2 * PI);
    add_step(outline, 'h', NULL, 0);
}

/* ---- path data ---- */

struct path {
    struct svg_outline *outline;
    double at[2], start[2], control[2]; /* the pen, the subpath, the last curve's second handle */
    char last;                          /* the command before, in capitals */
};

static void line_to(struct path *path, double x, double y) {
    path->at[0] = x;
    path->at[1] = y;
    add_step(path->outline, 'l', path->at, 1);
}

static void curve_to(struct path *path, const double points[6]) {
    add_step(path->outline, 'c', points, 3);
    memcpy(path->control, points + 2, sizeof path->control);
    memcpy(path->at, points + 4, sizeof path->at);
}

/* A quadratic curve by its cubic; `control` stays its own handle, for T. */
static void quadratic_to(struct path *path, double qx, double qy, double x, double y) {
    curve_to(path, (double[]){path->at[0] + (qx - path->at[0]) * 2 / 3,
                              path->at[1] + (qy - path->at[1]) * 2 / 3, x + (qx - x) * 2 / 3,
                              y + (qy - y) * 2 / 3, x, y});
    path->control[0] = qx;
    path->control[1] = qy;
}

/* The last handle mirrored at the pen, or the pen itself after another command. */
static void mirrored(const struct path *path, const char *kinds, double handle[2]) {
    bool smooth = strchr(kinds, path->last) != NULL;
    for (int i = 0; i < 2; i++)
        handle[i] = smooth ? 2 * path->at[i] - path->control[i] : path->at[i];
}

/* From end points to centre (SVG 1.1, F.6.5, F.6.6). */
static void arc_to(struct path *path, double n[7]) {
    double rx = fabs(n[0]), ry = fabs(n[1]), turn = n[2] * PI / 180;
    double hx = (path->at[0] - n[5]) / 2, hy = (path->at[1] - n[6]) / 2;
    double x = cos(turn) * hx + sin(turn) * hy, y = -sin(turn) * hx + cos(turn) * hy;
    if (rx == 0 || ry == 0 || (hx == 0 && hy == 0)) {
        line_to(path, n[5], n[6]);
        return;
    }
    double reach = x * x / (rx * rx) + y * y / (ry * ry);
    if (reach > 1) {
        rx *= sqrt(reach);
        ry *= sqrt(reach);
        reach = 1;
    }
    double factor = sqrt(1 / reach - 1) * ((n[3] != 0) == (n[4] != 0) ? -1 : 1);
    double cx = factor * rx * y / ry, cy = -factor * ry * x / rx;
    double from = atan2((y - cy) / ry, (x - cx) / rx), to = atan2((-y - cy) / ry, (-x - cx) / rx);
    double sweep = to - from;
    if (n[4] != 0 && sweep < 0)
        sweep += 2 * PI;
    if (n[4] == 0 && sweep > 0)
        sweep -= 2 * PI;
    if (!(reach > LEAST_ARC * LEAST_ARC) || !isfinite(sweep)) {
        path->outline->far = true;
        return;
    }
    double centre[] = {cos(turn) * cx - sin(turn) * cy + (path->at[0] + n[5]) / 2,
                       sin(turn) * cx + cos(turn) * cy + (path->at[1] + n[6]) / 2};
    add_arc(path->outline, centre, (double[]){rx, ry}, turn, from, sweep);
    path->at[0] = n[5];
    path->at[1] = n[6];
}

static void close_path(struct path *path) {
    add_step(path->outline, 'h', NULL, 0);
    memcpy(path->at, path->start, sizeof path->at);
}

static void move_to(struct path *path, double x, double y) {
    path->at[0] = path->start[0] = x;
    path->at[1] = path->start[1] = y;
    add_step(path->outline, 'm', path->at, 1);
}

/* `n`: the numbers of the command, made absolute. */
static void draw(struct path *path, char command, double n[7]) {
    double handle[2];
    switch (command) {
    case 'M':
        move_to(path, n[0], n[1]);
        break;
    case 'L':
        line_to(path, n[0], n[1]);
        break;
    case 'H':
        line_to(path, n[0], path->at[1]);
        break;
    case 'V':
        line_to(path, path->at[0], n[0]);
        break;
    case 'C':
        curve_to(path, n);
        break;
    case 'S':
        mirrored(path, "CS", handle);
        curve_to(path, (double[]){handle[0], handle[1], n[0], n[1], n[2], n[3]});
        break;
    case 'Q':
        quadratic_to(path, n[0], n[1], n[2], n[3]);
        break;
    case 'T':
        mirrored(path, "QT", handle);
        quadratic_to(path, handle[0], handle[1], n[0], n[1]);
        break;
    case 'A':
        arc_to(path, n);
        break;
    default:
        close_path(path);
    }
    path->last = command;
}

static void make_absolute(const struct path *path, char command, double *n, size_t count) {
    if (command == 'V')
        n[0] += path->at[1];
    else if (command == 'A')
        n[5] += path->at[0], n[6] += path->at[1];
    else
        for (size_t i = 0; i < count; i++)
            n[i] += path->at[i % 2];
}

/* A flag is one digit; what follows need not be apart from it. */
static bool read_flag(struct str data, size_t *at, double *flag) {
    char c = peek(data, *at);
    if (c != '0' && c != '1')
        return false;
    *flag = c - '0';
    ++*at;
    skip_comma(data, at);
    return true;
}

static bool read_numbers(struct str data, size_t *at, char command, double *n, size_t count) {
    for (size_t i = 0; i < count; i++) {
        bool flag = command == 'A' && (i == 3 || i == 4);
        if (!(flag ? read_flag(data, at, &n[i]) : svg_number(data, at, &n[i])))
            return false;
    }
    return true;
}

bool svg_path(struct svg_outline *outline, struct str data, size_t *wrong) {
    static const char commands[] = "MLHVCSQTAZ";
    static const uint8_t counts[] = {2, 2, 1, 1, 6, 4, 4, 2, 7, 0};
    struct path path = {.outline = outline};
    size_t at = 0;
    char letter = '\0';
    for (skip_white(data, &at); at < data.length; skip_white(data, &at)) {
        *wrong = at;
        char next = data.at[at];
        bool named = next >= 'A';
        if (named) {
            letter = next;
            at++;
            skip_white(data, &at);
        }
        char command = letter >= 'a' ? (char)(letter - 32) : letter;
        const char *found = command ? strchr(commands, command) : NULL;
        double n[7] = {0};
        if (!found || (!path.last && command != 'M') || (command == 'Z' && !named))
            return false;
        size_t count = counts[found - commands];
        if (!read_numbers(data, &at, command, n, count)) {
            *wrong = at;
            return false;
        }
        if (letter >= 'a')
            make_absolute(&path, command, n, count);
        draw(&path, command, n);
        if (command == 'M') /* further pairs are lines */
            letter = letter == 'm' ? 'l' : 'L';
    }
    return true;
}

bool svg_polygon(struct svg_outline *outline, struct str points, size_t *wrong) {
    double n[2];
    size_t at = 0;
    char verb = 'm';
    for (skip_white(points, &at); at < points.length; verb = 'l') {
        *wrong = at;
        if (!svg_number(points, &at, &n[0]) || !svg_number(points, &at, &n[1]))
            return false;
        add_step(outline, verb, n, 1);
    }
    add_step(outline, 'h', NULL, 0);
    return outline->steps.count > 1;
}
