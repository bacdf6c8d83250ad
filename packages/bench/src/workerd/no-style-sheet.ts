/** Where pages that failed find the style sheet, which only the product's own build knows. */
export default '';
