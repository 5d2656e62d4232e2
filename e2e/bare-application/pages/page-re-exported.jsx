export { default, getServerSideProps } from '../lib/title-page.jsx'
